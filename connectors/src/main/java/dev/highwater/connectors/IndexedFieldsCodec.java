package dev.highwater.connectors;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.FieldValueCodec;
import dev.highwater.engine.event.IndexedFields;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Indexed fields on the wire: their number, then names and values. */
final class IndexedFieldsCodec {

  private IndexedFieldsCodec() {}

  static void write(IndexedFields fields, DataOutputView target) throws IOException {
    target.writeInt(fields.byName().size());
    for (Map.Entry<String, FieldValue> field : fields.byName().entrySet()) {
      FieldValueCodec.writeText(target, field.getKey());
      FieldValueCodec.write(target, field.getValue());
    }
  }

  static IndexedFields read(DataInputView source) throws IOException {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int left = source.readInt(); left > 0; left--) {
      String name = FieldValueCodec.readText(source);
      FieldValue value = FieldValueCodec.read(source);
      if (value == null) {
        throw new IOException("Cannot read event: field " + name + " has no value");
      }
      fields.put(name, value);
    }
    return new IndexedFields(fields);
  }
}
