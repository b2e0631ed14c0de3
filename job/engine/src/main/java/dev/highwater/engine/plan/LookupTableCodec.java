package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValueCodec;
import dev.highwater.engine.event.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The contents of a lookup as bytes, keys of rows included. */
public final class LookupTableCodec {

  private LookupTableCodec() {}

  public static void write(DataOutput out, LookupTable table) throws IOException {
    out.writeInt(table.fields().size());
    for (String field : table.fields()) {
      FieldValueCodec.writeText(out, field);
    }
    out.writeInt(table.rows().size());
    for (Row row : table.rows()) {
      FieldValueCodec.writeRow(out, row);
    }
  }

  /** A table that {@link #write} wrote. */
  public static LookupTable read(DataInput in) throws IOException {
    List<String> fields = new ArrayList<>();
    int columns = in.readInt();
    for (int i = 0; i < columns; i++) {
      fields.add(FieldValueCodec.readText(in));
    }
    List<Row> rows = new ArrayList<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      rows.add(FieldValueCodec.readRow(in));
    }
    return new LookupTable(fields, rows);
  }
}
