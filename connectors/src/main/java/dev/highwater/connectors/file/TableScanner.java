package dev.highwater.connectors.file;

/** Rows of a table: lines whose values may hold line ends where they are in quotes. */
final class TableScanner implements RecordScanner {

  private final byte delimiter;
  private int start;
  private int end;
  private boolean isInQuotes;
  private boolean isAtValue;

  TableScanner(char delimiter) {
    this.delimiter = (byte) delimiter;
  }

  @Override
  public boolean find(byte[] bytes, int from, int to, boolean isLast) {
    start = from;
    isInQuotes = false;
    isAtValue = true;
    end = rowEnd(bytes, from, to);
    return end >= 0;
  }

  /** Index of the line feed that ends the row, -1 without one. */
  private int rowEnd(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte c = bytes[at];
      if (isInQuotes) {
        isInQuotes = c != '"'; // a doubled one ends the quotes and begins them anew
        isAtValue = !isInQuotes;
      } else if (c == '"' && isAtValue) {
        isInQuotes = true;
      } else if (c == '\n') {
        return at;
      } else {
        isAtValue = c == delimiter;
      }
    }
    return -1;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public int next() {
    return end + 1;
  }

  @Override
  public int skip(byte[] bytes, int from, int to, boolean isLast) {
    int lineFeed = rowEnd(bytes, from, to);
    return lineFeed < 0 ? -1 : lineFeed + 1;
  }

  @Override
  public int bytesBefore() {
    return 0;
  }
}
