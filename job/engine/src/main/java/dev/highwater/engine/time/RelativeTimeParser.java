package dev.highwater.engine.time;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of one time specifier. */
final class RelativeTimeParser {

  private static final Pattern EPOCH = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
  private static final Pattern DATE = Pattern.compile("[0-9]+/[0-9]+/[0-9]+.*");
  private static final DateTimeFormatter FORMATTED =
      DateTimeFormatter.ofPattern("M/d/uuuu:H:m:s", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int MOST_DIGITS = 9;

  private final String text;
  private int at;

  RelativeTimeParser(String text) {
    this.text = text.strip();
  }

  RelativeTime parse() {
    if (text.isEmpty()) {
      throw invalid("is empty", "write a time such as -70m@m, now or 0");
    }
    if (text.equals("now") || text.equals("now()")) {
      return RelativeTime.NOW;
    }
    if (EPOCH.matcher(text).matches()) {
      long millis = new BigDecimal(text).movePointRight(3).longValue();
      return new RelativeTime(text, Instant.ofEpochMilli(millis), null, List.of());
    }
    if (DATE.matcher(text).matches()) {
      return new RelativeTime(text, null, date(), List.of());
    }
    if (text.startsWith("rt")) {
      throw invalid("is a real-time window", "write the window of a scheduled run");
    }
    List<TimeStep> steps = steps();
    String canonical = steps.stream().map(TimeStep::toString).collect(Collectors.joining());
    return new RelativeTime(canonical, null, null, steps);
  }

  private LocalDateTime date() {
    try {
      return LocalDateTime.parse(text, FORMATTED);
    } catch (DateTimeParseException e) {
      throw invalid("is no date", "write month/day/year:hour:minute:second, 03/31/2026:23:59:00");
    }
  }

  private List<TimeStep> steps() {
    List<TimeStep> steps = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '@') {
        at++;
        steps.add(snap());
      } else if (c == '-' || c == '+') {
        at++;
        steps.add(offset(c == '-'));
      } else if (steps.isEmpty()) {
        steps.add(offset(false));
      } else {
        throw invalid("has '" + c + "' where a step begins", "a step begins with +, - or @");
      }
    }
    return steps;
  }

  private TimeStep offset(boolean back) {
    String digits = digits();
    if (digits.length() > MOST_DIGITS) {
      throw invalid("has a count of " + digits.length() + " digits", "write at most 9 digits");
    }
    long count = digits.isEmpty() ? 1 : Long.parseLong(digits);
    return new TimeStep.Offset(back ? -count : count, unit());
  }

  private TimeStep snap() {
    TimeUnit unit = unit();
    String digits = unit == TimeUnit.WEEK ? digits() : "";
    if (digits.isEmpty()) {
      return new TimeStep.Snap(unit, DayOfWeek.SUNDAY);
    }
    if (digits.length() > 1 || digits.charAt(0) > '7') {
      throw invalid("snaps to weekday " + digits, "weekdays are @w0 (Sunday) to @w6, or @w7");
    }
    int day = digits.charAt(0) - '0';
    return new TimeStep.Snap(unit, day == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day));
  }

  private String digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return text.substring(start, at);
  }

  private TimeUnit unit() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    TimeUnit unit = TimeUnit.spelled(name);
    if (unit != null) {
      return unit;
    }
    TimeUnit lower = TimeUnit.spelled(name.toLowerCase(Locale.ROOT));
    if (lower != null) {
      throw invalid("has the unit '" + name + "'", "units are lower case: " + lower.symbol());
    }
    String what = name.isEmpty() ? "lacks a unit" : "has an unknown unit '" + name + "'";
    throw invalid(what, "units are us, ms, cs, ds, s, m, h, d, w, mon, q and y");
  }

  private IllegalArgumentException invalid(String what, String instead) {
    return new IllegalArgumentException("Invalid time: '" + text + "' " + what + "; " + instead);
  }
}
