package dev.highwater.engine.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of relative times. Hours and smaller are exact spans; days and larger are steps of the
 * calendar in the zone (S-400, S-402).
 */
enum TimeUnit {
  MICROSECOND("us", "", 0.001),
  MILLISECOND("ms", "", 1),
  CENTISECOND("cs", "", 10),
  DECISECOND("ds", "", 100),
  SECOND("s", "sec secs second seconds", 1000),
  MINUTE("m", "min mins minute minutes", 60_000),
  HOUR("h", "hr hrs hour hours", 3_600_000),
  DAY("d", "day days", 86_400_000),
  WEEK("w", "week weeks", 7 * 86_400_000.0),
  MONTH("mon", "month months", 30.436875 * 86_400_000),
  QUARTER("q", "qtr qtrs quarter quarters", 91.310625 * 86_400_000),
  YEAR("y", "yr yrs year years", 365.2425 * 86_400_000);

  private static final Map<String, TimeUnit> BY_SPELLING = bySpelling();

  private final String symbol;
  private final String spellings;
  private final double meanMillis;

  TimeUnit(String symbol, String spellings, double meanMillis) {
    this.symbol = symbol;
    this.spellings = spellings;
    this.meanMillis = meanMillis;
  }

  /** The unit that is spelled so, null when there is none. Lower case only. */
  static @Nullable TimeUnit spelled(String text) {
    return BY_SPELLING.get(text);
  }

  String symbol() {
    return symbol;
  }

  /** The mean length of one unit; the exact one for hours and smaller. */
  double meanMillis() {
    return meanMillis;
  }

  /** Whether its length depends on the date or the zone. */
  boolean isCalendar() {
    return compareTo(DAY) >= 0;
  }

  /** {@code count} units later; a month's end stays inside the month (S-402). */
  long plus(long epochMillis, long count, ZoneId zone) {
    if (this == MICROSECOND) {
      return epochMillis + Math.floorDiv(count, 1000L);
    }
    if (!isCalendar()) {
      return epochMillis + count * (long) meanMillis;
    }
    ZonedDateTime local = at(epochMillis, zone);
    ZonedDateTime later =
        switch (this) {
          case DAY -> local.plusDays(count);
          case WEEK -> local.plusWeeks(count);
          case MONTH -> local.plusMonths(count);
          case QUARTER -> local.plusMonths(3 * count);
          default -> local.plusYears(count);
        };
    return later.toInstant().toEpochMilli();
  }

  /**
   * The beginning of the unit that {@code epochMillis} lies in, in local time (S-401).
   *
   * @param weekStart the day on which weeks begin; of no effect for other units
   */
  long floor(long epochMillis, ZoneId zone, DayOfWeek weekStart) {
    if (compareTo(SECOND) <= 0) {
      long size = Math.max(1, (long) meanMillis);
      return Math.floorDiv(epochMillis, size) * size;
    }
    ZonedDateTime local = at(epochMillis, zone);
    if (this == MINUTE || this == HOUR) {
      ChronoUnit unit = this == MINUTE ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
      return local.truncatedTo(unit).toInstant().toEpochMilli();
    }
    LocalDate date = local.toLocalDate();
    LocalDate start =
        switch (this) {
          case DAY -> date;
          case WEEK -> date.with(TemporalAdjusters.previousOrSame(weekStart));
          case MONTH -> date.withDayOfMonth(1);
          case QUARTER -> date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
          default -> date.withDayOfYear(1);
        };
    return start.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static ZonedDateTime at(long epochMillis, ZoneId zone) {
    return Instant.ofEpochMilli(epochMillis).atZone(zone);
  }

  private static Map<String, TimeUnit> bySpelling() {
    Map<String, TimeUnit> units = new HashMap<>();
    for (TimeUnit unit : values()) {
      units.put(unit.symbol, unit);
      for (String spelling : unit.spellings.split(" ", 0)) {
        units.put(spelling, unit);
      }
    }
    units.remove("");
    return Map.copyOf(units);
  }
}
