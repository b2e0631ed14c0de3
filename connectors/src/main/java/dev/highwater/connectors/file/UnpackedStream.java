package dev.highwater.connectors.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What comes out of a packing, as long as it is in proportion to what goes in: a few bytes that
 * stand for terabytes are an attack (S-1322).
 */
final class UnpackedStream extends FilterInputStream {

  /** Logs are packed to a tenth or a fiftieth, hardly ever to less than a hundredth. */
  static final int MOST_TIMES = 500;

  /** What may come out whatever went in. */
  static final long FREE_BYTES = 256L << 20;

  /** What may come out at all. */
  static final long MOST_BYTES = 1L << 40;

  private final LongSupplier packedBytes;
  private long unpacked;

  private UnpackedStream(InputStream in, LongSupplier packedBytes) {
    super(in);
    this.packedBytes = packedBytes;
  }

  /** Of a packing whose size is known. */
  static InputStream of(InputStream unpacked, long packedBytes) {
    return new UnpackedStream(unpacked, () -> packedBytes);
  }

  /** Of a packing of which so many bytes have been read. */
  static InputStream of(InputStream unpacked, LongSupplier packedBytes) {
    return new UnpackedStream(unpacked, packedBytes);
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    int read = in.read(into, at, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = in.skip(bytes);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > MOST_BYTES) {
      throw new IOException("unpacks to more than 1 TiB; not read on");
    }
    if (unpacked > FREE_BYTES && unpacked / MOST_TIMES > packedBytes.getAsLong()) {
      throw new IOException(
          "unpacks to more than " + MOST_TIMES + " times its size, which no log does; not read on");
    }
  }
}
