package dev.highwater.engine.addon;

import static dev.highwater.engine.event.RawEvent.NO_TIME;

import dev.highwater.engine.time.ZoneNames;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A {@code TIME_FORMAT} that reads times from undecoded bytes (S-657). Immutable; a {@link Reader}
 * does the work.
 *
 * <p>White space in the format matches any run of it; leading zeros may be left out; a fraction may
 * be shorter than said, or missing with the point before it.
 */
public final class TimestampFormat {

  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };
  private static final Pattern FRACTION = Pattern.compile("%\\d?[NQf]");

  /** Since March 1973; what is shorter is another number, such as the year of a date. */
  private static final int FEWEST_EPOCH_DIGITS = 9;

  private static final String SUPPORTED = "YymdeHkMSTRDFNQfszZbBhaApIlnt%";

  /** Digits of the seconds that a count of a finer unit begins with. */
  private static final int EPOCH_DIGITS = 10;

  private static final byte[] NOTHING = new byte[0];

  private final String format;
  private final ZoneId zone;

  /**
   * @param zone the zone of times that name none
   * @throws IllegalArgumentException for a directive that cannot be read
   */
  public TimestampFormat(String format, ZoneId zone) {
    this.format = format;
    this.zone = zone;
    for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 2)) {
      int letter =
          i + 1 < format.length() && Character.isDigit(format.charAt(i + 1)) ? i + 2 : i + 1;
      if (letter >= format.length() || SUPPORTED.indexOf(format.charAt(letter)) < 0) {
        throw new IllegalArgumentException(
            "time format '" + format + "': the directive at " + i + " is not supported");
      }
    }
  }

  public Reader reader() {
    return new Reader();
  }

  /** Reads one time after the other. Not safe for use by several threads. */
  public final class Reader {
    private byte[] bytes = NOTHING;
    private int at;
    private int to;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int millis;
    private boolean isAfternoon;
    private boolean hasHalfOfDay;
    private long epochSeconds;
    private int offsetSeconds;
    private boolean hasOffset;
    private boolean hasEpoch;

    /**
     * The time at {@code from} in epoch milliseconds, {@code NO_TIME} when there is none of this
     * format.
     */
    public long read(byte[] text, int from, int end) {
      start(text, from, end);
      long time = timeByFormat();
      bytes = NOTHING; // a reader stays with its source, and must not keep what it has read
      return time;
    }

    private long timeByFormat() {
      for (int i = 0; i < format.length(); i++) {
        char c = format.charAt(i);
        if (c == '%') {
          i++;
          if (Character.isDigit(format.charAt(i))) {
            i++;
          }
          if (!directive(format.charAt(i))) {
            return NO_TIME;
          }
        } else if (c == ' ') {
          if (!space()) {
            return NO_TIME;
          }
        } else if (isMissingFraction(i)) {
          i = format.indexOf('%', i) + (Character.isDigit(format.charAt(i + 2)) ? 2 : 1);
        } else if (!literal(c)) {
          return NO_TIME;
        }
      }
      return millisOfEpoch();
    }

    /** Whether the format goes on with a point and a part of a second, and the text does not. */
    private boolean isMissingFraction(int i) {
      char c = format.charAt(i);
      return (c == '.' || c == ',')
          && (at >= to || bytes[at] != (byte) c)
          && !isOtherFraction()
          && FRACTION.matcher(format).region(i + 1, format.length()).lookingAt();
    }

    /**
     * A comma where the format has a point, or a point where it has a comma, is a fraction, too.
     */
    private boolean isOtherFraction() {
      return at + 1 < to
          && (bytes[at] == '.' || bytes[at] == ',')
          && bytes[at + 1] >= '0'
          && bytes[at + 1] <= '9';
    }

    private void start(byte[] text, int from, int end) {
      bytes = text;
      at = from;
      to = end;
      year = 1970;
      month = 1;
      day = 1;
      hour = 0;
      minute = 0;
      second = 0;
      millis = 0;
      isAfternoon = false;
      hasHalfOfDay = false;
      hasOffset = false;
      hasEpoch = false;
    }

    private boolean literal(char c) {
      return at < to && bytes[at++] == (byte) c;
    }

    private boolean space() {
      int start = at;
      while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
        at++;
      }
      return at > start;
    }

    private boolean directive(char c) {
      return switch (c) {
        case 'Y' -> (year = number(4)) >= 0;
        case 'y' -> (year = twoDigitYear(number(2))) >= 0;
        case 'm' -> (month = number(2)) >= 1 && month <= 12;
        case 'd', 'e' -> skipSpaces() && (day = number(2)) >= 1 && day <= 31;
        case 'b', 'B', 'h' -> monthName();
        case 'a', 'A' -> word().length() >= 3;
        case 'n', 't' -> space();
        case 'H', 'I', 'k', 'l' -> skipSpaces() && (hour = number(2)) >= 0 && hour <= 24;
        case 'M' -> (minute = number(2)) >= 0 && minute <= 59;
        case 'S' -> (second = number(2)) >= 0 && second <= 60;
        case 'T' ->
            directive('H') && literal(':') && directive('M') && literal(':') && directive('S');
        case 'R' -> directive('H') && literal(':') && directive('M');
        case 'D' ->
            directive('m') && literal('/') && directive('d') && literal('/') && directive('y');
        case 'F' ->
            directive('Y') && literal('-') && directive('m') && literal('-') && directive('d');
        case 'N', 'Q', 'f' -> fraction();
        case 's' -> epoch();
        case 'z', 'Z' -> zoneOffset();
        case 'p' -> halfOfDay();
        default -> literal(c);
      };
    }

    private boolean skipSpaces() {
      while (at < to && bytes[at] == ' ') {
        at++;
      }
      return true;
    }

    private int number(int most) {
      int value = 0;
      int start = at;
      while (at < to && at - start < most && bytes[at] >= '0' && bytes[at] <= '9') {
        value = value * 10 + bytes[at++] - '0';
      }
      return at == start ? -1 : value;
    }

    private int twoDigitYear(int number) {
      return number < 0 ? -1 : number + (number < 69 ? 2000 : 1900);
    }

    private boolean fraction() {
      int scale = 100;
      int start = at;
      while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
        millis += (bytes[at++] - '0') * scale;
        scale /= 10;
      }
      return at > start;
    }

    private boolean epoch() {
      hasEpoch = true;
      epochSeconds = 0;
      int start = at;
      int most = epochDigits();
      while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - start < most) {
        epochSeconds = epochSeconds * 10 + bytes[at++] - '0';
      }
      return at - start >= FEWEST_EPOCH_DIGITS;
    }

    /** A count of milliseconds, or of a finer unit, has 13 digits or more: it goes on behind 10. */
    private int epochDigits() {
      int end = at;
      while (end < to && bytes[end] >= '0' && bytes[end] <= '9') {
        end++;
      }
      return end - at > EPOCH_DIGITS + 1 ? EPOCH_DIGITS : EPOCH_DIGITS + 1;
    }

    private String word() {
      int start = at;
      while (at < to && Character.isLetter(bytes[at])) {
        at++;
      }
      return new String(bytes, start, at - start, StandardCharsets.US_ASCII);
    }

    private boolean monthName() {
      if (at + 3 > to) {
        return false;
      }
      String name = new String(bytes, at, 3, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
      for (month = 1; month <= 12; month++) {
        if (MONTHS[month - 1].equals(name)) {
          at += 3;
          while (at < to && Character.isLetter(bytes[at])) {
            at++;
          }
          return true;
        }
      }
      return false;
    }

    private boolean halfOfDay() {
      String half = word().toLowerCase(Locale.ROOT);
      hasHalfOfDay = true;
      isAfternoon = half.equals("pm");
      return isAfternoon || half.equals("am");
    }

    private boolean zoneOffset() {
      hasOffset = true;
      offsetSeconds = 0;
      if (at < to && Character.isLetter(bytes[at])) {
        return zoneName(word());
      }
      if (at >= to || (bytes[at] != '+' && bytes[at] != '-')) {
        return false;
      }
      int sign = bytes[at++] == '-' ? -1 : 1;
      int hours = number(2);
      if (at < to && bytes[at] == ':') {
        at++;
      }
      int minutes = number(2);
      offsetSeconds = sign * (hours * 3600 + Math.max(0, minutes) * 60);
      return hours >= 0;
    }

    private boolean zoneName(String name) {
      ZoneId named = ZoneNames.named(name.toUpperCase(Locale.ROOT), name);
      if (named instanceof ZoneOffset offset) {
        offsetSeconds = offset.getTotalSeconds();
      }
      return named instanceof ZoneOffset;
    }

    private long millisOfEpoch() {
      if (hasEpoch) {
        return epochSeconds * 1000 + millis;
      }
      if (day > 28 && day > Month.of(month).length(Year.isLeap(year))) {
        return NO_TIME;
      }
      int clockHour = hasHalfOfDay ? hour % 12 + (isAfternoon ? 12 : 0) : hour;
      long seconds = daysOfEpoch() * 86_400 + clockHour * 3600L + minute * 60L + second;
      if (hasOffset) {
        seconds -= offsetSeconds;
      } else if (!zone.equals(ZoneOffset.UTC)) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        seconds = local.atZone(zone).toEpochSecond();
      }
      return seconds * 1000 + millis;
    }

    /** Days from 1970-01-01 in the proleptic Gregorian calendar, by counting years from March. */
    private long daysOfEpoch() {
      long y = month <= 2 ? year - 1L : year;
      long era = Math.floorDiv(y, 400);
      long yearOfEra = y - era * 400;
      long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
      return era * 146_097
          + yearOfEra * 365
          + yearOfEra / 4
          - yearOfEra / 100
          + dayOfYear
          - 719_468;
    }
  }
}
