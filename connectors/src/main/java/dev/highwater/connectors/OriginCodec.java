package dev.highwater.connectors;

import dev.highwater.engine.event.EventOrigin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * Origins as a block of bytes that is made once for each origin: neighbouring records mostly share
 * theirs, so that writing is a copy and reading a comparison. Not thread-safe.
 */
final class OriginCodec {

  private static final int MOST_KEPT = 4096;

  private final Map<EventOrigin, byte[]> blocks = new HashMap<>();
  private final Map<ByteBuffer, EventOrigin> origins = new HashMap<>();
  private @Nullable EventOrigin lastWritten;
  private byte[] lastWrittenBlock = new byte[0];
  private @Nullable EventOrigin lastRead;
  private byte[] lastReadBlock = new byte[0];
  private byte[] buffer = new byte[256];

  void write(EventOrigin origin, DataOutputView target) throws IOException {
    if (!origin.equals(lastWritten)) {
      lastWrittenBlock = block(origin);
      lastWritten = origin;
    }
    target.writeInt(lastWrittenBlock.length);
    target.write(lastWrittenBlock);
  }

  EventOrigin read(DataInputView source) throws IOException {
    int length = source.readInt();
    if (buffer.length < length) {
      buffer = new byte[2 * length];
    }
    source.readFully(buffer, 0, length);
    EventOrigin last = lastRead;
    if (last != null && Arrays.equals(buffer, 0, length, lastReadBlock, 0, lastReadBlock.length)) {
      return last;
    }
    lastReadBlock = Arrays.copyOf(buffer, length);
    EventOrigin origin = origin(lastReadBlock);
    lastRead = origin;
    return origin;
  }

  private byte[] block(EventOrigin origin) throws IOException {
    byte[] known = blocks.get(origin);
    if (known != null) {
      return known;
    }
    DataOutputSerializer out = new DataOutputSerializer(256);
    StringValue.writeString(origin.input(), out);
    StringValue.writeString(origin.host(), out);
    StringValue.writeString(origin.source(), out);
    StringValue.writeString(origin.sourcetype(), out);
    StringValue.writeString(origin.index(), out);
    byte[] block = out.getCopyOfBuffer();
    if (blocks.size() >= MOST_KEPT) {
      blocks.clear();
    }
    blocks.put(origin, block);
    return block;
  }

  private EventOrigin origin(byte[] block) throws IOException {
    ByteBuffer key = ByteBuffer.wrap(block);
    EventOrigin known = origins.get(key);
    if (known != null) {
      return known;
    }
    DataInputDeserializer in = new DataInputDeserializer(block);
    EventOrigin origin =
        new EventOrigin(
            StringValue.readString(in),
            StringValue.readString(in),
            StringValue.readString(in),
            StringValue.readString(in),
            StringValue.readString(in));
    if (origins.size() >= MOST_KEPT) {
      origins.clear();
    }
    origins.put(key, origin);
    return origin;
  }
}
