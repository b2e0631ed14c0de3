package dev.highwater.connectors.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Uncompressed bytes that are read forward, from any offset. */
interface ByteInput extends Closeable {

  /** Reads at least one byte into {@code into[at, at + length)}; -1 at the end of the input. */
  int read(byte[] into, int at, int length) throws IOException;

  /** Makes {@code offset} the next byte to be read; called once at most, before any read. */
  void startAt(long offset) throws IOException;

  /** A local file as it is. */
  static ByteInput ofFile(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new ByteInput() {
      @Override
      public int read(byte[] into, int at, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, at, length));
      }

      @Override
      public void startAt(long offset) throws IOException {
        channel.position(offset);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** A stream from its beginning, skipped by reading. */
  static ByteInput ofStream(InputStream stream) {
    return new ByteInput() {
      @Override
      public int read(byte[] into, int at, int length) throws IOException {
        return stream.read(into, at, length);
      }

      @Override
      public void startAt(long offset) throws IOException {
        try {
          stream.skipNBytes(offset);
        } catch (EOFException e) {
          throw new IOException("Cannot start at offset " + offset + ": the input is shorter", e);
        }
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }
}
