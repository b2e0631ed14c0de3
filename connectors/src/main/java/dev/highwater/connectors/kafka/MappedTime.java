package dev.highwater.connectors.kafka;

import dev.highwater.connectors.file.EpochSeconds;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** How a number says a time; what is no number is a time of RFC 3339. */
enum MappedTime {
  SECONDS(0),
  MILLISECONDS(3),
  MICROSECONDS(6),
  NANOSECONDS(9);

  private static final int MOST_CHARACTERS = 40;

  private final int decimals;

  MappedTime(int decimals) {
    this.decimals = decimals;
  }

  /**
   * Epoch milliseconds.
   *
   * @throws java.time.DateTimeException for what is neither a number nor RFC 3339
   * @throws ArithmeticException for a time that there is not
   * @throws NumberFormatException for a number with an exponent, or too long a one
   */
  long millis(String text) {
    if (!isNumber(text)) {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new NumberFormatException("Invalid time: " + text);
    }
    return decimals == 0
        ? EpochSeconds.millis(text)
        : EpochSeconds.millis(new BigDecimal(text).movePointLeft(decimals).toPlainString());
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')
        && text.indexOf('-', 1) < 0;
  }
}
