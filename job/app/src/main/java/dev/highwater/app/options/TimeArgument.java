package dev.highwater.app.options;

import dev.highwater.engine.time.RelativeTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A point in time as people write it on a command line. */
public final class TimeArgument {
  private static final int EPOCH_MILLIS_DIGITS = 13;

  private TimeArgument() {}

  /**
   * Reads a time.
   *
   * @param text RFC 3339 ({@code 2026-03-01T10:00:00Z}), the same without offset or a date alone
   *     (both in the zone), or seconds since 1970, with a fraction if need be
   * @throws IllegalArgumentException if it is none of these
   */
  public static Instant parse(String text, ZoneId zone) {
    String trimmed = text.strip();
    try {
      if (trimmed.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
        return ofEpochSeconds(new BigDecimal(trimmed));
      }
      if (trimmed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(trimmed).atStartOfDay(zone).toInstant();
      }
      String spelled = trimmed.replaceFirst("^([0-9-]{10})[ t]", "$1T").replaceFirst("z$", "Z");
      return hasOffset(spelled)
          ? OffsetDateTime.parse(spelled).toInstant()
          : LocalDateTime.parse(spelled).atZone(zone).toInstant();
    } catch (DateTimeException fault) {
      throw new IllegalArgumentException(complaint(trimmed), fault);
    }
  }

  /**
   * Reads a bound of a searched range: a specifier as searches have it ({@code -24h@h}, {@code
   * now}, {@code 03/31/2026:23:59:00}), else a time.
   *
   * @return a specifier
   * @throws IllegalArgumentException if it is none of these
   */
  public static String bound(String text, ZoneId zone) {
    if (text.matches("\\s*[0-9]{4}-[0-9]{2}-.*")) {
      return BigDecimal.valueOf(parse(text, zone).toEpochMilli(), 3).toPlainString();
    }
    return RelativeTime.parse(text).toString();
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z") || text.matches(".*T.*[+-][0-9]{2}:?[0-9]{2}");
  }

  private static Instant ofEpochSeconds(BigDecimal seconds) {
    long whole = seconds.toBigInteger().longValueExact();
    BigDecimal fraction = seconds.subtract(BigDecimal.valueOf(whole));
    return Instant.ofEpochSecond(whole, fraction.movePointRight(9).longValueExact());
  }

  private static String complaint(String text) {
    String hint =
        text.matches("[0-9]{" + EPOCH_MILLIS_DIGITS + "}")
            ? "; that looks like milliseconds, seconds are expected"
            : "";
    return "Invalid time: '"
        + text
        + "' (must be like 2026-03-01T10:00:00Z, 2026-03-01, or seconds since 1970"
        + hint
        + ")";
  }
}
