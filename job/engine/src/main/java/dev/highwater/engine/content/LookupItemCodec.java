package dev.highwater.engine.content;

import static dev.highwater.engine.content.ContentRevisionCodec.readAll;
import static dev.highwater.engine.content.ContentRevisionCodec.readText;
import static dev.highwater.engine.content.ContentRevisionCodec.write;
import static dev.highwater.engine.content.ContentRevisionCodec.writeText;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import dev.highwater.engine.plan.LookupTable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A lookup in the bytes of a content revision. */
final class LookupItemCodec {

  private LookupItemCodec() {}

  static void writeLookup(DataOutputStream out, LookupItem item) throws IOException {
    writeText(out, item.name());
    writeDefinition(out, item.definition());
    List<String> columns = item.contents().fields();
    write(out, columns, ContentRevisionCodec::writeText);
    write(
        out,
        item.contents().rows(),
        (o, row) -> {
          for (String column : columns) {
            FieldValue value = row.get(column);
            writeOptional(o, value == null ? null : value.text());
          }
        });
  }

  static LookupItem readLookup(DataInputStream in) throws IOException {
    String name = readText(in);
    LookupDefinition definition = readDefinition(in);
    List<String> columns = readAll(in, ContentRevisionCodec::readText);
    List<Row> rows = readAll(in, i -> readRow(i, columns));
    return new LookupItem(name, definition, new LookupTable(columns, rows));
  }

  private static Row readRow(DataInputStream in, List<String> columns) throws IOException {
    Row row = new Row();
    for (String column : columns) {
      String text = readOptional(in);
      if (text != null) {
        row.set(column, FieldValue.of(text));
      }
    }
    return row;
  }

  private static void writeDefinition(DataOutputStream out, LookupDefinition definition)
      throws IOException {
    writeText(out, definition.name());
    write(out, definition.fields(), ContentRevisionCodec::writeText);
    write(
        out,
        new ArrayList<>(new TreeMap<>(definition.matchTypes()).entrySet()),
        (o, type) -> {
          writeText(o, type.getKey());
          writeText(o, type.getValue().name());
        });
    out.writeBoolean(definition.isCaseSensitive());
    out.writeInt(definition.maxMatches());
    out.writeInt(definition.minMatches());
    writeOptional(out, definition.defaultMatch());
    out.writeBoolean(definition.isWritable());
  }

  private static LookupDefinition readDefinition(DataInputStream in) throws IOException {
    String name = readText(in);
    List<String> fields = readAll(in, ContentRevisionCodec::readText);
    Map<String, MatchType> types = new TreeMap<>();
    readAll(in, i -> types.put(readText(i), MatchType.valueOf(readText(i))));
    return new LookupDefinition(
        name,
        fields,
        types,
        in.readBoolean(),
        in.readInt(),
        in.readInt(),
        readOptional(in),
        in.readBoolean());
  }

  private static void writeOptional(DataOutputStream out, @Nullable String text)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      writeText(out, text);
    }
  }

  private static @Nullable String readOptional(DataInputStream in) throws IOException {
    return in.readBoolean() ? readText(in) : null;
  }
}
