package dev.highwater.engine.addon;

import static dev.highwater.engine.event.RawEvent.NO_TIME;

/** Times as logs count them: seconds of the epoch, or milli-, micro- or nanoseconds. */
final class EpochDigits {

  /** Digits of the seconds from 2001-09-09 to 2286-11-20. */
  private static final int SECONDS = 10;

  private EpochDigits() {}

  /**
   * The time that the digits at an index count, in epoch milliseconds; {@code NO_TIME} unless there
   * are 10, 13, 16 or 19 of them; 10 may have a fraction.
   */
  static long at(byte[] bytes, int from, int to) {
    int end = endOfDigits(bytes, from, to);
    int count = end - from;
    if (count != SECONDS && count != 13 && count != 16 && count != 19) {
      return NO_TIME;
    }
    if (bytes[from] == '0' || (end < to && Character.isLetter(bytes[end]))) {
      return NO_TIME;
    }
    long seconds = number(bytes, from, SECONDS);
    if (count > SECONDS) {
      return 1000 * seconds + number(bytes, from + SECONDS, 3);
    }
    long millis = 0;
    if (end < to && bytes[end] == '.') {
      int digits = Math.min(3, endOfDigits(bytes, end + 1, to) - end - 1);
      millis = number(bytes, end + 1, digits) * (digits == 3 ? 1 : digits == 2 ? 10 : 100);
    }
    return 1000 * seconds + millis;
  }

  private static int endOfDigits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static long number(byte[] bytes, int from, int digits) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      value = 10 * value + bytes[i] - '0';
    }
    return value;
  }
}
