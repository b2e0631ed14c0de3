package dev.highwater.engine.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a text has said of a time so far. */
final class TimeParts {

  private static final int UNKNOWN = -1;
  private static final int LEAP_SECOND = 60;

  int year = UNKNOWN;
  int month = UNKNOWN;
  int day = UNKNOWN;
  int dayOfYear = UNKNOWN;
  int hour;
  int minute;
  int second;
  int nanos;
  boolean isHalfDay;
  boolean isAfternoon;
  @Nullable ZoneId zone;
  @Nullable Long epochSeconds;

  /** The time; {@code null} when there is no such date or hour, or half of a date is missing. */
  @Nullable Instant resolve(Instant now, ZoneId defaultZone) {
    if (epochSeconds != null) {
      return Instant.ofEpochSecond(epochSeconds, nanos);
    }
    ZoneId inZone = zone == null ? defaultZone : zone;
    LocalDate today = now.atZone(inZone).toLocalDate();
    try {
      LocalDate date = date(today);
      // a leap second is the first of the next minute
      LocalTime time =
          LocalTime.of(hourOfDay(), minute, second == LEAP_SECOND ? 59 : second, nanos);
      return date == null
          ? null
          : date.atTime(time).atZone(inZone).toInstant().plusSeconds(second == LEAP_SECOND ? 1 : 0);
    } catch (DateTimeException e) {
      return null; // 30 February, 25 o'clock
    }
  }

  private @Nullable LocalDate date(LocalDate today) {
    int inYear = year == UNKNOWN ? today.getYear() : year;
    if (dayOfYear != UNKNOWN) {
      return LocalDate.ofYearDay(inYear, dayOfYear);
    }
    if (year == UNKNOWN && month == UNKNOWN && day == UNKNOWN) {
      return today;
    }
    return month == UNKNOWN || day == UNKNOWN ? null : LocalDate.of(inYear, month, day);
  }

  private int hourOfDay() {
    if (!isHalfDay) {
      return hour;
    }
    if (hour > 12) {
      throw new DateTimeException("no such hour: " + hour);
    }
    return hour % 12 + (isAfternoon ? 12 : 0);
  }
}
