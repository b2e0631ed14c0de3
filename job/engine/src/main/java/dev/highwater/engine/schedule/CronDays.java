package dev.highwater.engine.schedule;

import java.time.LocalDate;
import java.time.YearMonth;

/** The days on which a cron schedule fires, as days since 1970. */
record CronDays(CronField daysOfMonth, CronField months, CronField weekdays) {

  private static final int LONGEST_FEBRUARY = 29;

  /** Whether any year has such a day. */
  boolean everCome() {
    if (eitherSuffices()) {
      return true;
    }
    int first = daysOfMonth.atOrAfter(1);
    for (int month = months.atOrAfter(1); month > 0; month = months.atOrAfter(month + 1)) {
      int longest = month == 2 ? LONGEST_FEBRUARY : YearMonth.of(2000, month).lengthOfMonth();
      if (first <= longest) {
        return true;
      }
    }
    return false;
  }

  boolean has(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    return months.has(date.getMonthValue()) && has(date.getDayOfMonth(), weekday(epochDay));
  }

  /** The first such day after {@code epochDay}. */
  long next(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay + 1);
    while (true) {
      if (months.has(date.getMonthValue())) {
        long first = date.toEpochDay();
        int length = date.lengthOfMonth();
        for (int day = date.getDayOfMonth(); day <= length; day++) {
          long candidate = first + day - date.getDayOfMonth();
          if (has(day, weekday(candidate))) {
            return candidate;
          }
        }
      }
      date = date.withDayOfMonth(1).plusMonths(1);
    }
  }

  /** The last such day before {@code epochDay}. */
  long previous(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay - 1);
    while (true) {
      if (months.has(date.getMonthValue())) {
        long last = date.toEpochDay();
        for (int day = date.getDayOfMonth(); day >= 1; day--) {
          long candidate = last - date.getDayOfMonth() + day;
          if (has(day, weekday(candidate))) {
            return candidate;
          }
        }
      }
      date = date.withDayOfMonth(1).minusDays(1);
    }
  }

  private boolean has(int dayOfMonth, int weekday) {
    boolean byMonth = daysOfMonth.has(dayOfMonth);
    boolean byWeek = weekdays.has(weekday);
    return eitherSuffices() ? byMonth || byWeek : byMonth && byWeek;
  }

  private boolean eitherSuffices() {
    return !daysOfMonth.isWildcard() && !weekdays.isWildcard();
  }

  /** 0 is Sunday; 1970 began on a Thursday. */
  private static int weekday(long epochDay) {
    return (int) Math.floorMod(epochDay + 4, 7L);
  }
}
