package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * One conversion of {@code printf}.
 *
 * @param width least number of characters, {@link #NONE} for any, {@link #ASKED} for an argument
 * @param precision as {@code width}; what it says depends on the letter
 */
record Conversion(String flags, int width, int precision, char letter) {

  static final int NONE = -1;
  static final int ASKED = -2;

  private static final int MOST_CHARACTERS = 10_000;

  /** Of a match whose groups are flags, width, precision and letter. */
  static Conversion of(MatchResult match) {
    boolean hasPoint = match.group().indexOf('.') >= 0;
    int precision = size(match.group(3));
    return new Conversion(
        match.group(1),
        size(match.group(2)),
        hasPoint && precision == NONE ? 0 : precision,
        match.group(4).charAt(0));
  }

  private static int size(@Nullable String text) {
    return text == null || text.isEmpty()
        ? NONE
        : text.equals("*") ? ASKED : Integer.parseInt(text);
  }

  /** The text for the next value; {@code null} when it is missing or of the wrong kind. */
  @Nullable String convert(Iterator<? extends @Nullable FieldValue> values) {
    if (letter == '%') {
      return "%";
    }
    if (width == ASKED || precision == ASKED) {
      Conversion known = this;
      if (width == ASKED) {
        known = new Conversion(flags, asked(values), precision, letter).leftWhereNegative();
      }
      if (precision == ASKED) {
        known = new Conversion(known.flags, known.width, asked(values), letter);
      }
      return known.width == ASKED || known.precision == ASKED ? null : known.convert(values);
    }
    FieldValue value = values.hasNext() ? values.next() : null;
    return value == null ? null : converted(value);
  }

  /** The next value as a size; {@link #ASKED} when it is none. */
  private static int asked(Iterator<? extends @Nullable FieldValue> values) {
    FieldValue value = values.hasNext() ? values.next() : null;
    double size = value == null ? Double.NaN : value.number();
    return Math.abs(size) <= MOST_CHARACTERS ? (int) size : ASKED;
  }

  private Conversion leftWhereNegative() {
    return width < NONE && width != ASKED
        ? new Conversion(flags + "-", -width, precision, letter)
        : this;
  }

  private @Nullable String converted(FieldValue value) {
    if (letter == 's' || letter == 'z') {
      String text = value.text();
      boolean isCut = precision >= 0 && text.codePointCount(0, text.length()) > precision;
      return padded(isCut ? text.substring(0, text.offsetByCodePoints(0, precision)) : text);
    }
    double number = value.number();
    if (letter == 'c') {
      String text = value.text();
      boolean isCode = number >= 0 && number <= Character.MAX_CODE_POINT;
      return isCode
          ? padded(Character.toString((int) number))
          : text.isEmpty() ? null : padded(Character.toString(text.codePointAt(0)));
    }
    return Double.isNaN(number) || Double.isInfinite(number)
        ? null
        : padded(digits(number), number);
  }

  /** The number without sign and padding. */
  private String digits(double number) {
    double size = Math.abs(number);
    return switch (letter) {
      case 'd', 'i', 'u' -> whole(new BigDecimal(size).toBigInteger(), 10, "");
      case 'o' -> whole(new BigDecimal(size).toBigInteger(), 8, "0");
      case 'x' -> whole(new BigDecimal(size).toBigInteger(), 16, "0x");
      case 'X', 'p' ->
          whole(new BigDecimal(size).toBigInteger(), 16, "0x").toUpperCase(Locale.ROOT);
      default -> FloatingConversion.digits(size, precision, letter, flags);
    };
  }

  private String whole(BigInteger number, int base, String prefix) {
    String digits = precision == 0 && number.signum() == 0 ? "" : number.toString(base);
    digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    if (base == 10 && flags.indexOf('\'') >= 0) {
      return String.format(Locale.ROOT, "%,d", number);
    }
    boolean isMarked = flags.indexOf('#') >= 0 && number.signum() != 0;
    return isMarked ? prefix + digits : digits;
  }

  private String padded(String digits, double number) {
    boolean isSigned = "diaAeEfFgG".indexOf(letter) >= 0;
    String sign = number < 0 ? "-" : !isSigned ? "" : has('+') ? "+" : has(' ') ? " " : "";
    boolean fillsWithZeros =
        has('0') && !has('-') && ("diouxXp".indexOf(letter) < 0 || precision < 0);
    int missing = width - sign.length() - digits.length();
    if (!fillsWithZeros || missing <= 0) {
      return padded(sign + digits);
    }
    int prefix = digits.startsWith("0x") || digits.startsWith("0X") ? 2 : 0;
    return sign + digits.substring(0, prefix) + "0".repeat(missing) + digits.substring(prefix);
  }

  private String padded(String text) {
    String blanks = " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    return has('-') ? text + blanks : blanks + text;
  }

  private boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }
}
