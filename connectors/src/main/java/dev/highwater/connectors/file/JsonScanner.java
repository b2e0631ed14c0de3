package dev.highwater.connectors.file;

/**
 * JSON values one behind the other, or in an array: brackets, commas and white space around them
 * are no part of any. Counts brackets and does not care for the rest of the grammar, so depth costs
 * nothing.
 */
final class JsonScanner implements RecordScanner {

  private int start;
  private int end;
  private int depth;
  private boolean isInString;
  private boolean isEscaped;

  @Override
  public boolean find(byte[] bytes, int from, int to, boolean isLast) {
    start = from;
    while (start < to && isBetweenValues(bytes[start])) {
      start++;
    }
    depth = 0;
    isInString = false;
    isEscaped = false;
    end = start < to ? valueEnd(bytes, start, to, isLast) : -1;
    return end > 0;
  }

  private static boolean isBetweenValues(byte c) {
    return switch (c) {
      case ' ', '\t', '\r', '\n', ',', '[', ']' -> true;
      case (byte) 0xef, (byte) 0xbb, (byte) 0xbf -> true; // a mark of the byte order
      default -> false;
    };
  }

  /** Index behind the value that has begun, -1 when it does not end before {@code to}. */
  private int valueEnd(byte[] bytes, int from, int to, boolean isLast) {
    for (int at = from; at < to; at++) {
      byte c = bytes[at];
      if (isInString) {
        isInString = isEscaped || c != '"';
        isEscaped = !isEscaped && c == '\\';
        if (!isInString && depth == 0) {
          return at + 1;
        }
      } else if (c == '"') {
        isInString = true;
      } else if (c == '{' || (c == '[' && depth > 0)) {
        depth++;
      } else if (c == '}' || (c == ']' && depth > 0)) {
        depth--;
        if (depth <= 0) {
          return at + 1;
        }
      } else if (depth == 0 && isBetweenValues(c)) {
        return at;
      }
    }
    return isLast && depth == 0 && !isInString ? to : -1;
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
    return end;
  }

  @Override
  public int skip(byte[] bytes, int from, int to, boolean isLast) {
    return valueEnd(bytes, from, to, isLast);
  }

  @Override
  public int bytesBefore() {
    return 0;
  }
}
