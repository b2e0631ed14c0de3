package dev.highwater.connectors.file;

import dev.highwater.engine.addon.EventBreaking;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records that a scanner finds. Holds one chunk, and of a record over the limit its beginning. A
 * range that does not begin at a record's first byte can be read only where breaks are local.
 */
final class ScannedChunks implements RecordChunks {

  private final ByteInput input;
  private final ByteRange range;
  private final FramingLimits limits;
  private final RecordScanner scanner;
  private boolean started;
  private boolean finished;
  private boolean inputEnded;

  /** Bytes read but not handed out; the first of them is at {@code offset} in the input. */
  private byte[] held = new byte[0];

  private int heldTo;
  private long offset;

  ScannedChunks(ByteInput input, ByteRange range, FramingLimits limits, RecordScanner scanner) {
    this.input = input;
    this.range = range;
    this.limits = limits;
    this.scanner = scanner;
  }

  @Override
  public @Nullable RecordChunk next() throws IOException {
    if (!started) {
      started = true;
      start();
    }
    while (!finished) {
      FoundChunk chunk = scan();
      if (chunk != null && !chunk.isEmpty()) {
        return chunk;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  /** Seeks the first record of the range: behind the first break that ends in it. */
  private void start() throws IOException {
    boolean isAtRecord = range.startsLine() || range.start() == 0;
    long before = isAtRecord ? 0 : Math.min(range.start(), EventBreaking.BYTES_BEFORE);
    offset = range.start() - before;
    if (offset > 0) {
      input.startAt(offset);
    }
    while (!isAtRecord && !finished) {
      skip();
      isAtRecord = offset >= range.start();
    }
    finished |= offset >= range.end();
  }

  /** The records that lie whole in the held bytes and what is read behind them. */
  private @Nullable FoundChunk scan() throws IOException {
    fill();
    FoundChunk chunk = new FoundChunk(held, offset, limits.maxRecordBytes());
    int at = 0;
    while (offset + at < range.end() && scanner.find(held, at, heldTo, inputEnded)) {
      if (offset + scanner.start() >= range.end()) {
        at = (int) (range.end() - offset);
        break;
      }
      chunk.add(scanner.start(), scanner.end(), scanner.next());
      at = scanner.next();
    }
    if (offset + at >= range.end()) {
      finished = true;
      return chunk.endingAt(offset + at);
    }
    return at > 0 ? keepBehind(chunk, at) : unfinished(chunk);
  }

  private FoundChunk keepBehind(FoundChunk chunk, int at) {
    FoundChunk ended = chunk.endingAt(offset + at);
    keep(held, at, heldTo, offset + at);
    return ended;
  }

  /** What to do with a record whose end does not lie in the held bytes. */
  private @Nullable FoundChunk unfinished(FoundChunk chunk) throws IOException {
    if (inputEnded) {
      finished = true;
      chunk.add(scanner.start(), heldTo, heldTo);
      return chunk.endingAt(offset + heldTo);
    }
    int beginning = scanner.start();
    if (heldTo - beginning <= (long) limits.maxRecordBytes() + scanner.bytesBefore()) {
      return null;
    }
    chunk.addCut(beginning);
    int behind = heldTo - scanner.bytesBefore();
    keep(held, behind, heldTo, offset + behind);
    skip();
    return chunk.endingAt(offset);
  }

  /** Reads on to the next break without keeping what lies before it. */
  private void skip() throws IOException {
    while (true) {
      fill();
      int behind = scanner.skip(held, 0, heldTo, inputEnded);
      if (behind >= 0) {
        keep(held, behind, heldTo, offset + behind);
        return;
      }
      if (inputEnded) {
        offset += heldTo;
        finished = true;
        return;
      }
      int kept = Math.min(heldTo, scanner.bytesBefore());
      if (kept < heldTo) {
        keep(held, heldTo - kept, heldTo, offset + heldTo - kept);
      }
    }
  }

  private void keep(byte[] bytes, int from, int to, long newOffset) {
    held = Arrays.copyOfRange(bytes, from, to);
    heldTo = to - from;
    offset = newOffset;
  }

  /** Reads one chunk more behind the held bytes, into an array that no chunk has. */
  private void fill() throws IOException {
    int room = limits.chunkBytes() + heldTo / 2;
    byte[] grown = Arrays.copyOf(held, Math.addExact(heldTo, room));
    while (heldTo < grown.length && !inputEnded) {
      int read = input.read(grown, heldTo, grown.length - heldTo);
      inputEnded = read < 0;
      heldTo += Math.max(read, 0);
    }
    held = grown;
  }
}
