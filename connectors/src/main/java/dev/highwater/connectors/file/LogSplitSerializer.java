package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Splits in checkpoints and on the wire. Names, not ordinals, so that enums may be reordered. */
final class LogSplitSerializer implements SimpleVersionedSerializer<LogSplit> {

  static final LogSplitSerializer INSTANCE = new LogSplitSerializer();

  private static final int VERSION = 2;
  private static final long NOT_BEGUN = -1;

  private LogSplitSerializer() {}

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LogSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(512);
    out.writeInt(split.rank());
    out.writeLong(split.offset());
    out.writeLong(split.length());
    out.writeLong(split.getReaderPosition().map(CheckpointedPosition::getOffset).orElse(NOT_BEGUN));
    LogFile file = split.file();
    StringValue.writeString(file.path().toUri().toString(), out);
    out.writeLong(file.size());
    StringValue.writeString(file.compression().name(), out);
    RecordFormatCodec.write(file.format(), out);
    EventOrigin origin = file.origin();
    StringValue.writeString(origin.input(), out);
    StringValue.writeString(origin.host(), out);
    StringValue.writeString(origin.source(), out);
    StringValue.writeString(origin.sourcetype(), out);
    StringValue.writeString(origin.index(), out);
    ArchiveMember member = file.member();
    StringValue.writeString(member == null ? "" : member.archive().name(), out);
    if (member != null) {
      StringValue.writeString(member.name(), out);
      StringValue.writeString(member.compression().name(), out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public LogSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "Cannot read file split: version " + version + " (must be " + VERSION + ")");
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    int rank = in.readInt();
    long offset = in.readLong();
    long length = in.readLong();
    long position = in.readLong();
    LogSplit split = LogSplit.fresh(file(in), rank, offset, length);
    return position == NOT_BEGUN
        ? split
        : split.updateWithCheckpointedPosition(new CheckpointedPosition(position, 0));
  }

  private static LogFile file(DataInputDeserializer in) throws IOException {
    Path path = new Path(URI.create(StringValue.readString(in)));
    long size = in.readLong();
    Compression compression = Compression.valueOf(StringValue.readString(in));
    RecordFormat format = RecordFormatCodec.read(in);
    EventOrigin origin =
        new EventOrigin(
            StringValue.readString(in),
            StringValue.readString(in),
            StringValue.readString(in),
            StringValue.readString(in),
            StringValue.readString(in));
    return new LogFile(path, origin, compression, format, size, member(in));
  }

  private static @Nullable ArchiveMember member(DataInputDeserializer in) throws IOException {
    String archive = StringValue.readString(in);
    return archive.isEmpty()
        ? null
        : new ArchiveMember(
            Archive.valueOf(archive),
            StringValue.readString(in),
            Compression.valueOf(StringValue.readString(in)));
  }
}
