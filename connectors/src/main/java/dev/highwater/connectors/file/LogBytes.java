package dev.highwater.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.core.fs.FSDataInputStream;

/** Opens log files: local ones directly, others through Flink's file systems. */
final class LogBytes {

  private LogBytes() {}

  /** The uncompressed bytes of a local file. */
  static ByteInput open(Path path, Compression compression) throws IOException {
    ByteInput input =
        compression == Compression.NONE
            ? ByteInput.ofFile(path)
            : unpacked(Files.newInputStream(path), compression);
    return named(path.toString(), input);
  }

  /** The uncompressed bytes of a file that any of Flink's file systems holds. */
  static ByteInput open(org.apache.flink.core.fs.Path path, Compression compression)
      throws IOException {
    URI uri = path.toUri();
    if (uri.getScheme() == null || uri.getScheme().equals("file")) {
      return open(Path.of(uri.getPath()), compression);
    }
    FSDataInputStream stream = path.getFileSystem().open(path);
    ByteInput input =
        compression == Compression.NONE ? seekable(stream) : unpacked(stream, compression);
    return named(path.toString(), input);
  }

  private static ByteInput unpacked(InputStream packed, Compression compression)
      throws IOException {
    try {
      return ByteInput.ofStream(compression.open(packed));
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  private static ByteInput seekable(FSDataInputStream stream) {
    return new ByteInput() {
      @Override
      public int read(byte[] into, int at, int length) throws IOException {
        return stream.read(into, at, length);
      }

      @Override
      public void startAt(long offset) throws IOException {
        stream.seek(offset);
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  /** The same input; its faults name the file. */
  private static ByteInput named(String name, ByteInput input) {
    return new ByteInput() {
      @Override
      public int read(byte[] into, int at, int length) throws IOException {
        try {
          return input.read(into, at, length);
        } catch (IOException e) {
          throw new IOException("Cannot read " + name + ": " + e.getMessage(), e);
        }
      }

      @Override
      public void startAt(long offset) throws IOException {
        try {
          input.startAt(offset);
        } catch (IOException e) {
          throw new IOException("Cannot read " + name + ": " + e.getMessage(), e);
        }
      }

      @Override
      public void close() throws IOException {
        input.close();
      }
    };
  }
}
