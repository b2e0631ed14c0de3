package dev.highwater.connectors.file;

import java.util.Arrays;

/** Records whose places were found before. */
final class FoundChunk implements RecordChunk {

  private static final int FIRST_SIZE = 64;

  private final byte[] bytes;
  private final long offset;
  private final int maxRecordBytes;
  private int[] places = new int[3 * FIRST_SIZE];
  private int count;
  private int current = -1;
  private long endOffset;

  /**
   * @param offset of {@code bytes[0]} in the input
   */
  FoundChunk(byte[] bytes, long offset, int maxRecordBytes) {
    this.bytes = bytes;
    this.offset = offset;
    this.maxRecordBytes = maxRecordBytes;
  }

  /** Adds a record; line ends at its end are no part of it, and nothing else is no record. */
  void add(int start, int end, int next) {
    int trimmed = end;
    while (trimmed > start && (bytes[trimmed - 1] == '\n' || bytes[trimmed - 1] == '\r')) {
      trimmed--;
    }
    if (trimmed > start) {
      put(start, trimmed, next);
    }
  }

  /** Adds the beginning of a record that is over the limit. */
  void addCut(int start) {
    put(start, start + maxRecordBytes + 1, start + maxRecordBytes + 1);
  }

  private void put(int start, int end, int next) {
    if (3 * count == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[3 * count] = start;
    places[3 * count + 1] = end;
    places[3 * count + 2] = next;
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Says where the input goes on behind the chunk, which is behind its last record, too. */
  FoundChunk endingAt(long newEndOffset) {
    endOffset = newEndOffset;
    return this;
  }

  @Override
  public boolean next() {
    current++;
    return current < count;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int start() {
    return places[3 * current];
  }

  @Override
  public int length() {
    return Math.min(places[3 * current + 1] - start(), maxRecordBytes);
  }

  @Override
  public boolean isTruncated() {
    return places[3 * current + 1] - start() > maxRecordBytes;
  }

  @Override
  public long offset() {
    return offset + start();
  }

  @Override
  public long nextOffset() {
    return current == count - 1 ? endOffset : offset + places[3 * current + 2];
  }

  @Override
  public long inputBytes() {
    return endOffset - offset;
  }
}
