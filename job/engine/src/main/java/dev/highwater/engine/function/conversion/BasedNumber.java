package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.NumberValue;
import dev.highwater.engine.event.NumericText;
import dev.highwater.engine.function.NumericArguments;
import java.math.BigInteger;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Numbers written to a base (S-140). */
final class BasedNumber {

  private BasedNumber() {}

  /**
   * The number that the whole text spells; {@code NaN} when it spells none or there is no such
   * base.
   *
   * @param base from 2 to 36; a text to base 16 may begin with {@code 0x}
   */
  static double parse(String text, double base) {
    if (base == 10) {
      return NumericText.parse(text);
    }
    if (!(base >= Character.MIN_RADIX && base <= Character.MAX_RADIX) || base != Math.rint(base)) {
      return Double.NaN;
    }
    boolean isNegative = text.startsWith("-");
    String digits = isNegative || text.startsWith("+") ? text.substring(1) : text;
    if (base == 16 && digits.regionMatches(true, 0, "0x", 0, 2)) {
      digits = digits.substring(2);
    }
    int radix = (int) base;
    boolean isSpelled =
        !digits.isEmpty()
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    if (!isSpelled) {
      return Double.NaN;
    }
    double number = new BigInteger(digits, radix).doubleValue();
    return isNegative ? -number : number;
  }

  /** The value of a function that converts a value by an optional base; NULL for no number. */
  static @Nullable FieldValue convert(FieldValue[] arguments, DoubleUnaryOperator change) {
    double base = arguments.length == 1 ? 10 : arguments[1].number();
    double number =
        arguments[0] instanceof NumberValue || arguments[0] instanceof MultiValue
            ? arguments[0].number()
            : parse(arguments[0].text(), base);
    return NumericArguments.finite(change.applyAsDouble(number));
  }
}
