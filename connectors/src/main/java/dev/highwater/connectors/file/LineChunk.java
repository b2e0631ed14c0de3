package dev.highwater.connectors.file;

/**
 * Whole lines in one array, and a cursor over them that stands before the first. The array is never
 * written once the chunk exists.
 *
 * <p>A line ends at a line feed or the input's end. The line feed, and a carriage return before it,
 * are no part of the record; an empty line is a record.
 */
final class LineChunk {

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

  /** Moves to the next line; false behind the last. */
  boolean next() {
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

  byte[] bytes() {
    return bytes;
  }

  /** Index of the line's first byte. */
  int start() {
    return start;
  }

  /** Bytes of the record: without its line end, and at most the limit. */
  int length() {
    return length;
  }

  /** True when the line is over the size limit. */
  boolean isTruncated() {
    return isTruncated;
  }

  /** Where the line's first byte is in the input. */
  long lineOffset() {
    return offset + start;
  }

  /** Where the line behind this one begins in the input. */
  long nextLineOffset() {
    return nextStart >= limit ? endOffset : offset + nextStart;
  }

  /** Bytes of the input that the chunk stands for. */
  long inputBytes() {
    return endOffset - offset;
  }
}
