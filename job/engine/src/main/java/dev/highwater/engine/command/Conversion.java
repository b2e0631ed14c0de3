package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.NumericText;
import dev.highwater.engine.event.TimeFormat;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.time.TimeReader;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code convert} can do to a value. Rules S-332, S-983. */
enum Conversion {
  /** To the number that a value spells in whatever way. */
  AUTO,
  /** Epoch seconds to text. */
  CTIME,
  /** {@code [D+]HH:MM:SS} to seconds. */
  DUR2SEC,
  /** {@code 5m} to kilobytes. */
  MEMK,
  /** Text to epoch seconds. */
  MKTIME,
  /** {@code [MM:]SS.SSS} to seconds. */
  MSTIME,
  /** Leaves the fields alone that a wildcard would reach. */
  NONE,
  /** As AUTO, what is no number removed. */
  NUM,
  /** Without commas. */
  RMCOMMA,
  /** The number at the start. */
  RMUNIT;

  private static final Pattern DURATION =
      Pattern.compile("(?:([0-9]{1,9})\\+)?([0-9]{1,9}):([0-9]{1,2}):([0-9]{1,2}(?:\\.[0-9]+)?)");
  private static final Pattern MEMORY = Pattern.compile("([0-9]*\\.?[0-9]+) ?([kmgKMG])?");
  private static final Pattern MINUTES =
      Pattern.compile("(?:([0-9]{1,9}):)?([0-9]{1,9}(?:\\.[0-9]+)?)");
  private static final Pattern LEADING_NUMBER =
      Pattern.compile("\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?).*", Pattern.DOTALL);

  /** The value that comes out: the same where nothing can be done, null to remove it. */
  @Nullable FieldValue apply(FieldValue value, TimeFormat format, RunContext run) {
    String text = value.text();
    return switch (this) {
      case CTIME -> ctime(value, format, run);
      case RMCOMMA -> FieldValue.of(text.replace(",", ""));
      case RMUNIT -> leadingNumber(value);
      case NONE -> value;
      case NUM -> {
        double number = best(text);
        yield Double.isNaN(number) ? null : FieldValue.of(number);
      }
      case AUTO -> number(value, best(text));
      case DUR2SEC -> number(value, seconds(text));
      case MEMK -> number(value, kilobytes(text));
      case MKTIME -> mktime(value, format, run);
      case MSTIME -> number(value, minutes(text));
    };
  }

  private static FieldValue number(FieldValue value, double number) {
    return Double.isNaN(number) ? value : FieldValue.of(number);
  }

  private static double best(String text) {
    double number = NumericText.parse(text.replace(",", ""));
    if (Double.isNaN(number)) {
      number = seconds(text);
    }
    return Double.isNaN(number) ? kilobytes(text) : number;
  }

  private static FieldValue mktime(FieldValue value, TimeFormat format, RunContext run) {
    Instant now = Instant.ofEpochMilli(run.nowMillis());
    Instant time = TimeReader.of(format.toString()).read(value.text(), now, run.zone());
    return time == null ? value : FieldValue.of(time.toEpochMilli() / 1000.0);
  }

  private static FieldValue ctime(FieldValue value, TimeFormat format, RunContext run) {
    double seconds = value.number();
    return Double.isNaN(seconds)
        ? value
        : FieldValue.of(format.format(millis(seconds), run.zone()));
  }

  /** Cut, not rounded; by way of microseconds, as 1.001 * 1000 is less than 1001 in binary. */
  private static long millis(double seconds) {
    return Math.floorDiv(Math.round(seconds * 1e6), 1000L);
  }

  private static FieldValue leadingNumber(FieldValue value) {
    Matcher matcher = LEADING_NUMBER.matcher(value.text());
    return matcher.matches() ? FieldValue.of(matcher.group(1)) : value;
  }

  private static double seconds(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Double.NaN;
    }
    double days = matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1));
    return ((days * 24 + Double.parseDouble(matcher.group(2))) * 60
                + Double.parseDouble(matcher.group(3)))
            * 60
        + Double.parseDouble(matcher.group(4));
  }

  private static double kilobytes(String text) {
    Matcher matcher = MEMORY.matcher(text);
    if (!matcher.matches()) {
      return Double.NaN;
    }
    String unit = matcher.group(2) == null ? "k" : matcher.group(2).toLowerCase(Locale.ROOT);
    double factor = unit.equals("k") ? 1 : unit.equals("m") ? 1024 : 1024 * 1024;
    return Double.parseDouble(matcher.group(1)) * factor;
  }

  private static double minutes(String text) {
    Matcher matcher = MINUTES.matcher(text);
    if (!matcher.matches()) {
      return Double.NaN;
    }
    double minutes = matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1));
    return minutes * 60 + Double.parseDouble(matcher.group(2));
  }
}
