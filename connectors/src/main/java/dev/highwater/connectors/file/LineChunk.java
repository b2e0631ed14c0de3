package dev.highwater.connectors.file;

/**
 * Whole lines in one array.
 *
 * <p>A line ends at a line feed or the input's end. The line feed, and a carriage return before it,
 * are no part of the record; an empty line is a record.
 */
final class LineChunk implements RecordChunk {

  private final byte[] bytes;
  private final int limit;
  private final long offset;
  private final long endOffset;
  private final int maxRecordBytes;
  private int start;
  private int length;
  private int nextStart;
  private boolean isTruncated;

  /**
   * @param limit index behind the last line and its end
   * @param offset of {@code bytes[0]} in the input
   * @param endOffset of the first byte behind the chunk's last line; beyond {@code offset + limit}
   *     when that line is longer than what is held of it
   */
  LineChunk(byte[] bytes, int limit, long offset, long endOffset, int maxRecordBytes) {
    this.bytes = bytes;
    this.limit = limit;
    this.offset = offset;
    this.endOffset = endOffset;
    this.maxRecordBytes = maxRecordBytes;
  }

  @Override
  public boolean next() {
    if (nextStart >= limit) {
      return false;
    }
    start = nextStart;
    int newline = Newlines.first(bytes, start, limit);
    int end = newline < 0 ? limit : newline;
    nextStart = newline < 0 ? limit : newline + 1;
    if (newline > start && bytes[newline - 1] == '\r') {
      end--;
    }
    isTruncated = end - start > maxRecordBytes;
    length = isTruncated ? maxRecordBytes : end - start;
    return true;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public boolean isTruncated() {
    return isTruncated;
  }

  @Override
  public long offset() {
    return offset + start;
  }

  @Override
  public long nextOffset() {
    return nextStart >= limit ? endOffset : offset + nextStart;
  }

  @Override
  public long inputBytes() {
    return endOffset - offset;
  }
}
