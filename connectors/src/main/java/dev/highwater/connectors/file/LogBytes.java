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

  /** The uncompressed bytes of a local file, or of a member of one. */
  static ByteInput open(LogPlace place) throws IOException {
    return named(place.toString(), input(place));
  }

  private static ByteInput input(LogPlace place) throws IOException {
    ArchiveMember member = place.member();
    if (member != null) {
      InputStream packed = member.archive().open(place.path(), place.compression(), member.name());
      return unpacked(packed, member.compression());
    }
    return place.compression() == Compression.NONE
        ? ByteInput.ofFile(place.path())
        : unpacked(Files.newInputStream(place.path()), place.compression());
  }

  /** The uncompressed bytes of a file that any of Flink's file systems holds. */
  static ByteInput open(LogFile file) throws IOException {
    org.apache.flink.core.fs.Path path = file.path();
    Compression compression = file.compression();
    URI uri = path.toUri();
    if (uri.getScheme() == null || uri.getScheme().equals("file")) {
      return open(new LogPlace(Path.of(uri.getPath()), compression, file.member()));
    }
    if (file.member() != null) {
      throw new IOException("Cannot read " + path + ": archives are read from local files only");
    }
    FSDataInputStream stream = path.getFileSystem().open(path);
    ByteInput input =
        compression == Compression.NONE ? seekable(stream) : unpacked(stream, compression);
    return named(path.toString(), input);
  }

  private static ByteInput unpacked(InputStream packed, Compression compression)
      throws IOException {
    return ByteInput.ofStream(unpackedStream(packed, compression));
  }

  /** What a stream holds, packed or not; it is closed with the result, and when this fails. */
  static InputStream unpackedStream(InputStream packed, Compression compression)
      throws IOException {
    if (compression == Compression.NONE) {
      return packed;
    }
    CountedStream counted = new CountedStream(packed);
    try {
      return UnpackedStream.of(compression.open(counted), counted::count);
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
