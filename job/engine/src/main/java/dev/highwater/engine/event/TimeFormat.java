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
    return format(Instant.ofEpochMilli(epochMillis), zone);
  }

  /** The time as text; parts of a second are cut, never rounded. */
  public String format(Instant instant, ZoneId zone) {
    return format(instant.atZone(zone));
  }

  private String format(ZonedDateTime time) {
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
    if (c == ':') {
      int length = colonOffset(at, time, out);
      if (length > 0) {
        return length;
      }
    }
    if (c == 'E' && next == 'z') {
      out.append(time.getOffset().getTotalSeconds() / 60);
      return 3;
    }
    if (!date(c, time, out) && !week(c, time, out) && !clock(c, time, out)) {
      out.append('%').append(c);
    }
    return 2;
  }

  /** {@code %:z}, {@code %::z}, {@code %:::z}; 0 for anything else. */
  private int colonOffset(int at, ZonedDateTime time, StringBuilder out) {
    String rest = format.substring(at, Math.min(format.length(), at + 4));
    if (rest.startsWith(":z")) {
      out.append(offset(time, "+HH:MM"));
      return 3;
    } else if (rest.startsWith("::z")) {
      out.append(offset(time, "+HH:MM:SS"));
      return 4;
    } else if (rest.equals(":::z")) {
      boolean isWholeHours = time.getOffset().getTotalSeconds() % 3600 == 0;
      out.append(offset(time, isWholeHours ? "+HH" : "+HH:MM"));
      return 5;
    }
    return 0;
  }

  private static boolean date(char c, ZonedDateTime time, StringBuilder out) {
    switch (c) {
      case 'Y' -> out.append(padded(time.getYear(), 4));
      case 'y' -> out.append(padded(time.getYear() % 100, 2));
      case 'C' -> out.append(padded(time.getYear() / 100, 2));
      case 'm' -> out.append(padded(time.getMonthValue(), 2));
      case 'd' -> out.append(padded(time.getDayOfMonth(), 2));
      case 'e' -> out.append(spaced(time.getDayOfMonth()));
      case 'j' -> out.append(padded(time.getDayOfYear(), 3));
      case 'b', 'h' -> out.append(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.US));
      case 'B' -> out.append(time.getMonth().getDisplayName(TextStyle.FULL, Locale.US));
      case 'a' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US));
      case 'A' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US));
      case 'F' -> out.append(DateTimeFormatter.ISO_LOCAL_DATE.format(time));
      case 'D', 'x' -> out.append(DateTimeFormatter.ofPattern("MM/dd/yy", Locale.US).format(time));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Weeks: ISO's, those that begin on Sunday, those that begin on Monday. */
  private static boolean week(char c, ZonedDateTime time, StringBuilder out) {
    int day = time.getDayOfYear() - 1;
    int weekday = time.getDayOfWeek().getValue();
    switch (c) {
      case 'G' -> out.append(padded(time.get(IsoFields.WEEK_BASED_YEAR), 4));
      case 'g' -> out.append(padded(time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2));
      case 'V' -> out.append(padded(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2));
      case 'U' -> out.append(padded((day + 7 - weekday % 7) / 7, 2));
      case 'W' -> out.append(padded((day + 8 - weekday) / 7, 2));
      case 'w' -> out.append(weekday % 7);
      case 'u' -> out.append(weekday);
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
      case 'k' -> out.append(spaced(time.getHour()));
      case 'l' -> out.append(spaced((time.getHour() + 11) % 12 + 1));
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
      case 'c' -> out.append(of("%a %b %e %H:%M:%S %Y").format(time));
      case '+' -> out.append(of("%a %b %e %H:%M:%S %Z %Y").format(time));
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
        .appendOffset(pattern, pattern.replaceAll("[HMS]", "0"))
        .toFormatter(Locale.US)
        .format(time);
  }

  private static String fraction(ZonedDateTime time, int digits) {
    return padded(time.getNano(), 9).substring(0, digits);
  }

  private static String spaced(int number) {
    return number < 10 ? " " + number : Integer.toString(number);
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
