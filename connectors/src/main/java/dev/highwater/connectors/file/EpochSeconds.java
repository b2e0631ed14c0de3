package dev.highwater.connectors.file;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Epoch seconds as text. */
public final class EpochSeconds {

  private static final int MOST_CHARACTERS = 40;

  private EpochSeconds() {}

  /**
   * Epoch milliseconds; what lies below a millisecond is cut off (towards the past).
   *
   * @throws NumberFormatException when it is no decimal number
   * @throws ArithmeticException when it does not fit
   */
  public static long millis(String text) {
    if (text.length() > MOST_CHARACTERS || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw new NumberFormatException("Invalid epoch seconds: " + text);
    }
    return new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
