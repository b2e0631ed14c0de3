package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;

/** The fields {@code date_hour} and so on: what an event's time consists of (S-1600). */
final class DateParts {

  static final Set<String> NAMES =
      Set.of(
          "date_hour",
          "date_mday",
          "date_minute",
          "date_month",
          "date_second",
          "date_wday",
          "date_year",
          "date_zone");

  private DateParts() {}

  /**
   * A part of a time.
   *
   * @param name one of {@link #NAMES}
   * @param timeMillis in epoch milliseconds
   */
  static FieldValue of(String name, long timeMillis, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochMilli(timeMillis).atZone(zone);
    return switch (name) {
      case "date_wday" -> FieldValue.of(time.getDayOfWeek().name().toLowerCase(Locale.ROOT));
      case "date_month" -> FieldValue.of(time.getMonth().name().toLowerCase(Locale.ROOT));
      default -> FieldValue.of(String.valueOf(number(name, time)));
    };
  }

  private static int number(String name, ZonedDateTime time) {
    return switch (name) {
      case "date_hour" -> time.getHour();
      case "date_mday" -> time.getDayOfMonth();
      case "date_minute" -> time.getMinute();
      case "date_second" -> time.getSecond();
      case "date_year" -> time.getYear();
      default -> time.getOffset().getTotalSeconds() / 60;
    };
  }
}
