package dev.highwater.connectors.file;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Frames a range of an input into lines, a chunk at a time. Every line of the input belongs to
 * exactly one of any ranges that tile it. Holds one chunk and the beginning of one line.
 */
final class LineChunks implements RecordChunks {

  /** Read in one step behind the end of the range, where mostly one line's rest is wanted. */
  private static final int TAIL_BYTES = 8 * 1024;

  private final ByteInput input;
  private final ByteRange range;
  private final FramingLimits limits;
  private boolean started;
  private boolean finished;
  private boolean inputEnded;

  /** The bytes read but not handed out are {@code pending[pendingFrom, pendingTo)}. */
  private byte[] pending = new byte[0];

  private int pendingFrom;
  private int pendingTo;
  private long pendingOffset;

  /** Leading pending bytes that are known to hold no line feed. */
  private int scanned;

  LineChunks(ByteInput input, ByteRange range, FramingLimits limits) {
    this.input = input;
    this.range = range;
    this.limits = limits;
  }

  @Override
  public @Nullable LineChunk next() throws IOException {
    if (!started) {
      started = true;
      start();
    }
    if (finished) {
      return null;
    }
    byte[] bytes = takePending();
    long offset = pendingOffset;
    int filled = pendingTo;
    int from = scanned;
    while (true) {
      filled = fill(bytes, filled, offset);
      int cut = cut(bytes, from, filled, offset);
      if (cut > 0) {
        keep(bytes, cut, filled, offset + cut);
        return new LineChunk(bytes, cut, offset, offset + cut, limits.maxRecordBytes());
      }
      if (inputEnded) {
        finished = true;
        return filled == 0 ? null : lastLine(bytes, filled, offset);
      }
      if (filled >= limits.maxRecordBytes() + 2) {
        return overlongLine(bytes, filled, offset);
      }
      from = filled;
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, grown(bytes.length));
      }
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private LineChunk lastLine(byte[] bytes, int filled, long offset) {
    return new LineChunk(bytes, filled, offset, offset + filled, limits.maxRecordBytes());
  }

  /** Hands out what is held of a line over the limit and reads on to its end without keeping it. */
  private LineChunk overlongLine(byte[] bytes, int filled, long offset) throws IOException {
    skipLine(offset + filled, Long.MAX_VALUE);
    return new LineChunk(bytes, filled, offset, pendingOffset, limits.maxRecordBytes());
  }

  private void start() throws IOException {
    boolean mayBeInsideLine = range.start() > 0 && !range.startsLine();
    long readFrom = mayBeInsideLine ? range.start() - 1 : range.start();
    if (readFrom > 0) {
      input.startAt(readFrom);
    }
    pendingOffset = readFrom;
    if (mayBeInsideLine) {
      skipLine(readFrom, range.end() - 1);
    }
    finished |= pendingOffset >= range.end();
  }

  /**
   * Reads from {@code offset} over the next line feed, which must lie before {@code searchEnd};
   * what follows it becomes pending. Without one the range is finished.
   */
  private void skipLine(long offset, long searchEnd) throws IOException {
    byte[] bytes = new byte[limits.chunkBytes()];
    long at = offset;
    while (at < searchEnd) {
      int read = input.read(bytes, 0, (int) Math.min(bytes.length, searchEnd - at));
      if (read < 0) {
        inputEnded = true;
        break;
      }
      int newline = Newlines.first(bytes, 0, read);
      if (newline >= 0) {
        keep(bytes, newline + 1, read, at + newline + 1);
        scanned = 0;
        finished |= pendingOffset >= range.end();
        return;
      }
      at += read;
    }
    keep(bytes, 0, 0, at);
    finished = true;
  }

  private void keep(byte[] bytes, int from, int to, long offset) {
    pending = bytes;
    pendingFrom = from;
    pendingTo = to;
    pendingOffset = offset;
    scanned = to - from;
  }

  /** A fresh array that begins with the pending bytes, now {@code [0, pendingTo)}. */
  private byte[] takePending() {
    int count = pendingTo - pendingFrom;
    byte[] bytes = new byte[Math.max(limits.chunkBytes(), grown(count))];
    System.arraycopy(pending, pendingFrom, bytes, 0, count);
    pendingFrom = 0;
    pendingTo = count;
    return bytes;
  }

  private int grown(int length) {
    int enough = limits.maxRecordBytes() + 2;
    return length >= enough
        ? length + TAIL_BYTES
        : Math.max(length + 1, Math.min(2 * length, enough));
  }

  /** Fills the array as far as the range reaches, or by one small step behind the range's end. */
  private int fill(byte[] bytes, int filled, long offset) throws IOException {
    long inRange = range.end() - offset - filled;
    int room = bytes.length - filled;
    int target = filled + (int) Math.min(room, inRange > 0 ? inRange : TAIL_BYTES);
    int at = filled;
    while (at < target) {
      int read = input.read(bytes, at, target - at);
      if (read < 0) {
        inputEnded = true;
        break;
      }
      at += read;
    }
    return at;
  }

  /** Index behind the last line feed to hand out, 0 without one; finishes the range at its end. */
  private int cut(byte[] bytes, int from, int filled, long offset) {
    long lastOfRange = range.end() - 1 - offset;
    if (filled > lastOfRange) {
      int closing = Newlines.first(bytes, Math.max(from, (int) lastOfRange), filled);
      if (closing >= 0) {
        finished = true;
        return closing + 1;
      }
    }
    return Newlines.last(bytes, from, filled) + 1;
  }
}
