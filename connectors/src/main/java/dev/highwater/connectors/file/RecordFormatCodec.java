package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Formats in checkpoints and on the wire: names and settings, as they are written. */
final class RecordFormatCodec {

  private RecordFormatCodec() {}

  static void write(RecordFormat format, DataOutputView out) throws IOException {
    StringValue.writeString(format.shape().name(), out);
    EventBreaking breaking = format.breaking();
    if (breaking != null) {
      StringValue.writeString(breaking.zone(), out);
      out.writeInt(breaking.settings().size());
      for (Map.Entry<String, String> setting : new TreeMap<>(breaking.settings()).entrySet()) {
        StringValue.writeString(setting.getKey(), out);
        StringValue.writeString(setting.getValue(), out);
      }
    }
    TableHeader header = format.header();
    if (header != null) {
      out.writeChar(header.delimiter());
      out.writeLong(header.rowsFrom());
      out.writeInt(header.names().size());
      for (String name : header.names()) {
        StringValue.writeString(name, out);
      }
    }
  }

  static RecordFormat read(DataInputView in) throws IOException {
    RecordFormat.Shape shape = RecordFormat.Shape.valueOf(StringValue.readString(in));
    return new RecordFormat(
        shape,
        shape == RecordFormat.Shape.EVENTS ? breaking(in) : null,
        shape == RecordFormat.Shape.TABLE ? header(in) : null);
  }

  private static TableHeader header(DataInputView in) throws IOException {
    char delimiter = in.readChar();
    long rowsFrom = in.readLong();
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(StringValue.readString(in));
    }
    return new TableHeader(names, delimiter, rowsFrom);
  }

  private static EventBreaking breaking(DataInputView in) throws IOException {
    String zone = StringValue.readString(in);
    Map<String, String> settings = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      settings.put(StringValue.readString(in), StringValue.readString(in));
    }
    return new EventBreaking(settings, zone);
  }
}
