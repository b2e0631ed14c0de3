package dev.highwater.engine.command;

import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time among the options of commands. */
final class Durations {

  private static final Pattern FORM = Pattern.compile("(-?\\d{1,15})\\s*([a-zA-Z]*)");

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

  private Durations() {}

  /** The seconds of {@code 5m}, {@code 2h}, {@code 30}; a negative number stands for no limit. */
  static double seconds(Word value, ArgumentReader arguments) {
    Matcher form = FORM.matcher(value.text());
    double unit = form.matches() ? unitSeconds(form.group(2).toLowerCase(Locale.ROOT)) : 0;
    if (unit == 0) {
      throw arguments.error(
          value.span(), "'" + value.text() + "' is no length of time", "Write 30s, 5m, 2h or 1d");
    }
    return Long.parseLong(form.group(1)) * unit;
  }

  private static double unitSeconds(String unit) {
    return switch (unit) {
      case "us" -> 1e-6;
      case "ms" -> 1e-3;
      case "cs" -> 1e-2;
      case "ds" -> 1e-1;
      case "", "s", "sec", "secs", "second", "seconds" -> 1;
      case "m", "min", "mins", "minute", "minutes" -> 60;
      case "h", "hr", "hrs", "hour", "hours" -> 3600;
      case "d", "day", "days" -> 86_400;
      case "w", "week", "weeks" -> 604_800;
      default -> 0;
    };
  }

  /** Seconds as {@link #seconds} reads them, in the longest unit that gives a whole number. */
  static String describe(double seconds) {
    for (String unit : List.of("w", "d", "h", "m", "s", "ds", "cs", "ms")) {
      long count = Math.round(seconds / unitSeconds(unit));
      if (count * unitSeconds(unit) == seconds) {
        return count + unit;
      }
    }
    return Math.round(seconds / unitSeconds("us")) + "us";
  }

  /** A whole number, which may be negative. */
  static long wholeNumber(Word value, ArgumentReader arguments) {
    if (!WHOLE.matcher(value.text()).matches()) {
      throw arguments.error(value.span(), "'" + value.text() + "' is no whole number");
    }
    return Long.parseLong(value.text());
  }
}
