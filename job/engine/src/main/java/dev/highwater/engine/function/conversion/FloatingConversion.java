package dev.highwater.engine.function.conversion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The digits of {@code printf}'s conversions of numbers with a point. */
final class FloatingConversion {

  private static final int DEFAULT_PRECISION = 6;

  private FloatingConversion() {}

  /**
   * The digits, without sign and padding.
   *
   * @param number not negative
   * @param precision negative for none
   * @param letter one of aAeEfFgG
   */
  static String digits(double number, int precision, char letter, String flags) {
    boolean keepsPoint = flags.indexOf('#') >= 0;
    int places = precision < 0 ? DEFAULT_PRECISION : precision;
    String digits =
        switch (letter) {
          case 'e', 'E' -> exponential(number, places, keepsPoint);
          case 'g', 'G' -> shorter(number, Math.max(1, places), keepsPoint);
          case 'a', 'A' -> hexadecimal(number, precision);
          default -> fixed(number, places, flags, keepsPoint);
        };
    return Character.isUpperCase(letter) ? digits.toUpperCase(Locale.ROOT) : digits;
  }

  private static String fixed(double number, int places, String flags, boolean keepsPoint) {
    String grouping = flags.indexOf('\'') >= 0 ? "," : "";
    // the exact binary value, halves to even, as C does
    BigDecimal rounded = new BigDecimal(number).setScale(places, RoundingMode.HALF_EVEN);
    String digits = String.format(Locale.ROOT, "%" + grouping + "." + places + "f", rounded);
    return places == 0 && keepsPoint ? digits + "." : digits;
  }

  private static String exponential(double number, int places, boolean keepsPoint) {
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String digits =
        rounded.movePointLeft(exponent).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    String sign = exponent < 0 ? "-" : "+";
    return digits
        + (places == 0 && keepsPoint ? "." : "")
        + "e"
        + sign
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** As {@code %e} for very small and for large numbers, else as {@code %f}. */
  private static String shorter(double number, int digits, boolean keepsZeros) {
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < digits) {
      String text = rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString();
      return keepsZeros ? text : withoutZeros(text);
    }
    String text = exponential(number, digits - 1, keepsZeros);
    int e = text.indexOf('e');
    return keepsZeros ? text : withoutZeros(text.substring(0, e)) + text.substring(e);
  }

  private static String withoutZeros(String digits) {
    return digits.indexOf('.') < 0 ? digits : digits.replaceAll("\\.?0*$", "");
  }

  private static String hexadecimal(double number, int precision) {
    String digits =
        String.format(Locale.ROOT, precision < 0 ? "%a" : "%." + precision + "a", number);
    return digits.contains("p-") ? digits : digits.replace("p", "p+");
  }
}
