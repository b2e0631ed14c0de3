package dev.highwater.app.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it on a command line. */
public final class SpanArgument {

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private SpanArgument() {}

  /**
   * Reads a length of time: a whole number and a unit, as {@code 500ms}, {@code 5s}, {@code 10m},
   * {@code 4h} or {@code 2d}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Duration parse(String text) {
    Matcher span = SPAN.matcher(text.strip());
    if (!span.matches()) {
      throw new IllegalArgumentException(
          "Invalid span: '" + text + "' (must be like 500ms, 5s, 10m, 4h or 2d)");
    }
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
