package dev.highwater.engine.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text that is read from left to right, directive by directive, into parts of a time. */
final class TimeText {

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final int SHORT_NAME = 3;

  private final String text;
  private final TimeParts parts;
  private int at;

  TimeText(String text, TimeParts parts) {
    this.text = text;
    this.parts = parts;
  }

  /** Whether the text goes on as the format says. */
  boolean reads(String format) {
    int f = 0;
    while (f < format.length()) {
      char c = format.charAt(f);
      if (c == '%' && f + 1 < format.length()) {
        int letter = letterAt(format, f + 1);
        if (letter >= format.length() || !directive(format.charAt(letter))) {
          return false;
        }
        f = letter + 1;
      } else if (Character.isWhitespace(c)) {
        skipSpace();
        f++;
      } else if (at < text.length() && text.charAt(at) == c) {
        at++;
        f++;
      } else {
        int fraction = fractionEnd(format, f);
        if (fraction < 0) {
          return false;
        }
        f = fraction; // the part of a second and what stands before it may both be missing
      }
    }
    return true;
  }

  /** Where the letter of a directive stands: behind digits, colons, {@code E} and {@code O}. */
  private static int letterAt(String format, int start) {
    int letter = start;
    while (letter < format.length() && "0123456789:EO-_".indexOf(format.charAt(letter)) >= 0) {
      letter++;
    }
    return letter;
  }

  /** Offset behind a separator and a part of a second, -1 when something else stands there. */
  private static int fractionEnd(String format, int start) {
    if (".,:".indexOf(format.charAt(start)) < 0
        || start + 1 >= format.length()
        || format.charAt(start + 1) != '%') {
      return -1;
    }
    int letter = letterAt(format, start + 2);
    return letter < format.length() && "NQf".indexOf(format.charAt(letter)) >= 0 ? letter + 1 : -1;
  }

  private boolean directive(char letter) {
    return switch (letter) {
      case 'Y' -> (parts.year = number(4)) >= 0;
      case 'y' -> (parts.year = fullYear(number(2))) >= 0;
      case 'm' -> (parts.month = number(2)) > 0;
      case 'd', 'e' -> (parts.day = number(2)) > 0;
      case 'j' -> (parts.dayOfYear = number(3)) > 0;
      case 'b', 'B', 'h' -> (parts.month = name(MONTHS)) > 0;
      case 'a', 'A' -> name(DAYS) > 0;
      case 'H', 'k', 'I', 'l' -> (parts.hour = number(2)) >= 0;
      case 'M' -> (parts.minute = number(2)) >= 0;
      case 'S' -> (parts.second = number(2)) >= 0;
      case 'N', 'Q', 'f' -> fraction();
      case 'p', 'P' -> halfOfDay();
      case 'z' -> offset();
      case 'Z' -> zoneName();
      case 's' -> epoch();
      case 'w', 'u' -> number(1) >= 0;
      case 'U', 'V', 'W' -> number(2) >= 0;
      case 'G' -> number(4) >= 0;
      case 'g' -> number(2) >= 0;
      default -> composed(letter);
    };
  }

  private boolean composed(char letter) {
    return switch (letter) {
      case 'T', 'X' -> reads("%H:%M:%S");
      case 'R' -> reads("%H:%M");
      case 'F' -> reads("%Y-%m-%d");
      case 'D', 'x' -> reads("%m/%d/%y");
      case 'c' -> reads("%a %b %d %H:%M:%S %Y");
      case '+' -> reads("%a %b %d %H:%M:%S %Z %Y");
      case 'n', 't' -> {
        skipSpace();
        yield true;
      }
      case '%' -> at < text.length() && text.charAt(at++) == '%';
      default -> false;
    };
  }

  private static int fullYear(int twoDigits) {
    return twoDigits < 0 ? -1 : twoDigits < 69 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  /** A number of at most so many digits; -1 when there is none. */
  private int number(int mostDigits) {
    skipSpace();
    int start = at;
    int number = 0;
    while (at < text.length() && at - start < mostDigits && isDigit(text.charAt(at))) {
      number = 10 * number + text.charAt(at++) - '0';
    }
    return at == start ? -1 : number;
  }

  /** The number of a name, from 1; 0 when there is none. */
  private int name(List<String> names) {
    skipSpace();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (skipsWord(name) || skipsWord(name.substring(0, SHORT_NAME))) {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean skipsWord(String word) {
    boolean isThere = text.regionMatches(true, at, word, 0, word.length());
    at += isThere ? word.length() : 0;
    return isThere;
  }

  private boolean fraction() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    String digits = (text.substring(start, at) + "000000000").substring(0, 9);
    parts.nanos = Integer.parseInt(digits);
    return at > start;
  }

  private boolean halfOfDay() {
    skipSpace();
    boolean isMorning = skipsWord("am");
    parts.isAfternoon = !isMorning && skipsWord("pm");
    parts.isHalfDay = isMorning || parts.isAfternoon;
    return parts.isHalfDay;
  }

  private boolean epoch() {
    boolean isNegative = at < text.length() && text.charAt(at) == '-';
    int start = isNegative ? ++at : at;
    long seconds = 0;
    while (at < text.length() && at - start < 12 && isDigit(text.charAt(at))) {
      seconds = 10 * seconds + text.charAt(at++) - '0';
    }
    parts.epochSeconds = isNegative ? -seconds : seconds;
    return at > start;
  }

  /** {@code Z}, {@code +0200}, {@code +02:00} or {@code +02}. */
  private boolean offset() {
    skipSpace();
    if (skipsWord("Z")) {
      parts.zone = ZoneNames.offset(0);
      return true;
    }
    if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int sign = text.charAt(at++) == '-' ? -1 : 1;
    int hours = number(2);
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
    }
    int minutes = Math.max(0, number(2));
    parts.zone = ZoneNames.offset(sign * (60 * hours + minutes));
    return hours >= 0 && parts.zone != null;
  }

  private boolean zoneName() {
    skipSpace();
    int start = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '/')) {
      at++;
    }
    String name = text.substring(start, at).toUpperCase(Locale.ROOT);
    @Nullable ZoneId named = ZoneNames.named(name, text.substring(start, at));
    parts.zone = named;
    return named != null || (name.isEmpty() && offset());
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
