package dev.highwater.engine.addon;

import java.nio.charset.StandardCharsets;

/** Finds members of JSON by their names in undecoded text, without reading the rest of it. */
final class JsonKeys {

  private static final int MOST_SPACES = 16;

  private final byte[][] names;

  /**
   * @param names ASCII, lower case; case does not count
   */
  JsonKeys(String... names) {
    this.names = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      this.names[i] = (names[i] + '"').getBytes(StandardCharsets.US_ASCII);
    }
  }

  /**
   * Where the value of the first member of such a name begins, behind its quote if it is a text; -1
   * without one.
   */
  int find(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '"') {
        for (byte[] name : names) {
          int value = isAt(name, bytes, at + 1, to) ? value(bytes, at + 1 + name.length, to) : -1;
          if (value >= 0) {
            return value;
          }
        }
      }
    }
    return -1;
  }

  private static boolean isAt(byte[] name, byte[] bytes, int at, int to) {
    if (at + name.length > to) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      byte c = bytes[at + i];
      if (name[i] != (c >= 'A' && c <= 'Z' ? c + 32 : c)) {
        return false;
      }
    }
    return true;
  }

  /** Behind the colon and the quote of a value; -1 when no colon follows. */
  private static int value(byte[] bytes, int from, int to) {
    int at = spaces(bytes, from, to);
    if (at >= to || bytes[at] != ':') {
      return -1;
    }
    at = spaces(bytes, at + 1, to);
    return at < to && bytes[at] == '"' ? at + 1 : at;
  }

  private static int spaces(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && at < from + MOST_SPACES && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}
