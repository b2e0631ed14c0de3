package dev.highwater.engine.event;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A time format of {@code strftime} and {@code convert} (S-163, S-332). Immutable.
 *
 * <p>An unknown directive stays in the text as written.
 */
public final class TimeFormat {

  private final String format;

  private TimeFormat(String format) {
    this.format = format;
  }

  public static TimeFormat of(String format) {
    return new TimeFormat(format);
  }

  /** The time as text; parts of a second are cut, never rounded. */
  public String format(long epochMillis, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochMilli(epochMillis).atZone(zone);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      if (c != '%' || at + 1 == format.length()) {
        out.append(c);
        at++;
      } else {
        at += directive(at + 1, time, out);
      }
    }
    return out.toString();
  }

  /**
   * Appends what the directive at {@code at} stands for; the length of the directive with its
   * percent sign.
   */
  private int directive(int at, ZonedDateTime time, StringBuilder out) {
    char c = format.charAt(at);
    char next = at + 1 < format.length() ? format.charAt(at + 1) : 0;
    if (c >= '1' && c <= '9' && (next == 'N' || next == 'Q')) {
      out.append(fraction(time, c - '0'));
      return 3;
    }
    if (c == ':' && next == 'z') {
      out.append(offset(time, "+HH:MM"));
      return 3;
    }
    if (c == 'E' && next == 'z') {
      out.append(time.getOffset().getTotalSeconds() / 60);
      return 3;
    }
    if (!date(c, time, out) && !clock(c, time, out)) {
      out.append('%').append(c);
    }
    return 2;
  }

  private static boolean date(char c, ZonedDateTime time, StringBuilder out) {
    switch (c) {
      case 'Y' -> out.append(padded(time.getYear(), 4));
      case 'y' -> out.append(padded(time.getYear() % 100, 2));
      case 'G' -> out.append(padded(time.get(IsoFields.WEEK_BASED_YEAR), 4));
      case 'V' -> out.append(padded(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2));
      case 'm' -> out.append(padded(time.getMonthValue(), 2));
      case 'd' -> out.append(padded(time.getDayOfMonth(), 2));
      case 'e' -> out.append(String.format(Locale.ROOT, "%2d", time.getDayOfMonth()));
      case 'j' -> out.append(padded(time.getDayOfYear(), 3));
      case 'b', 'h' -> out.append(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.US));
      case 'B' -> out.append(time.getMonth().getDisplayName(TextStyle.FULL, Locale.US));
      case 'a' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US));
      case 'A' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US));
      case 'w' -> out.append(time.getDayOfWeek().getValue() % 7);
      case 'u' -> out.append(time.getDayOfWeek().getValue());
      case 'F' -> out.append(DateTimeFormatter.ISO_LOCAL_DATE.format(time));
      case 'D', 'x' -> out.append(DateTimeFormatter.ofPattern("MM/dd/yy", Locale.US).format(time));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean clock(char c, ZonedDateTime time, StringBuilder out) {
    switch (c) {
      case 'H' -> out.append(padded(time.getHour(), 2));
      case 'I' -> out.append(padded((time.getHour() + 11) % 12 + 1, 2));
      case 'M' -> out.append(padded(time.getMinute(), 2));
      case 'S' -> out.append(padded(time.getSecond(), 2));
      case 'p' -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case 'T', 'X' -> out.append(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.US).format(time));
      case 'R' -> out.append(DateTimeFormatter.ofPattern("HH:mm", Locale.US).format(time));
      case 'N' -> out.append(fraction(time, 9));
      case 'Q' -> out.append(fraction(time, 3));
      case 'f' -> out.append(fraction(time, 6));
      case 's' -> out.append(time.toEpochSecond());
      case 'z' -> out.append(offset(time, "+HHMM"));
      case 'Z' -> out.append(zoneName(time));
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case '%' -> out.append('%');
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String zoneName(ZonedDateTime time) {
    return time.getZone().equals(ZoneOffset.UTC)
        ? "UTC"
        : DateTimeFormatter.ofPattern("zzz", Locale.US).format(time);
  }

  private static String offset(ZonedDateTime time, String pattern) {
    return new DateTimeFormatterBuilder()
        .appendOffset(pattern, pattern.replaceAll("[HM]", "0"))
        .toFormatter(Locale.US)
        .format(time);
  }

  private static String fraction(ZonedDateTime time, int digits) {
    return padded(time.getNano(), 9).substring(0, digits);
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  @Override
  public String toString() {
    return format;
  }
}
