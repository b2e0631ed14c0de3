package dev.highwater.engine.event;

import java.math.BigDecimal;

/** How numbers are read from text and written as text. */
public final class NumericText {

  private static final double EXACT = 1L << 53;

  /** All numbers of so many digits are less than that. */
  private static final int MOST_EXACT_DIGITS = 15;

  private NumericText() {}

  /**
   * The number that the whole of {@code text} spells, {@code NaN} when it spells none. Decimal
   * digits with sign, point and exponent; no spaces around it (S-105).
   */
  public static double parse(String text) {
    long whole = shortWhole(text);
    if (whole >= 0) {
      return whole;
    }
    return spellsNumber(text) ? Double.parseDouble(text) : Double.NaN;
  }

  /** The number of a text of digits that a double holds exactly, -1 for any other text. */
  private static long shortWhole(String text) {
    int length = text.length();
    if (length == 0 || length > MOST_EXACT_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  private static boolean spellsNumber(String text) {
    int at = 0;
    int end = text.length();
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    int count = at - digits;
    if (at < end && text.charAt(at) == '.') {
      int point = ++at;
      while (at < end && isDigit(text.charAt(at))) {
        at++;
      }
      count += at - point;
    }
    return count > 0 && (at == end || spellsExponent(text, at));
  }

  private static boolean spellsExponent(String text, int start) {
    int at = start;
    int end = text.length();
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    at++;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    return at > digits && at == end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The shortest decimal text that reads back as {@code number}; whole numbers have no point
   * (S-112).
   */
  public static String format(double number) {
    if (number == Math.rint(number) && Math.abs(number) < EXACT) {
      return Long.toString((long) number);
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    String text = Double.toString(number);
    return text.indexOf('E') < 0 ? text : new BigDecimal(text).stripTrailingZeros().toPlainString();
  }
}
