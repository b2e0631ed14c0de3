package dev.highwater.engine.time;

import java.time.DayOfWeek;
import java.time.ZoneId;

/** One step of a relative time: an offset such as {@code -70m}, or a snap such as {@code @d}. */
sealed interface TimeStep {

  long apply(long epochMillis, ZoneId zone);

  /** Never moves a time by less than this many milliseconds (signed), in any zone. */
  long leastShiftMillis();

  /** Never moves a time by more than this many milliseconds (signed), in any zone. */
  long greatestShiftMillis();

  /** A zone's clocks jump by at most a day (Samoa, 2011) and a bit. */
  long CLOCK_CHANGE_MILLIS = 26 * 3_600_000L;

  /** Moves by a number of units. */
  record Offset(long count, TimeUnit unit) implements TimeStep {

    @Override
    public long apply(long epochMillis, ZoneId zone) {
      return unit.plus(epochMillis, count, zone);
    }

    @Override
    public long leastShiftMillis() {
      return (long) Math.floor(count * unit.meanMillis()) - slackMillis();
    }

    @Override
    public long greatestShiftMillis() {
      return (long) Math.ceil(count * unit.meanMillis()) + slackMillis();
    }

    /** Months differ from their mean by less than four days, however many are added. */
    private long slackMillis() {
      long uneven = unit.compareTo(TimeUnit.MONTH) >= 0 ? 4 * 86_400_000L : 0;
      return unit.isCalendar() ? uneven + CLOCK_CHANGE_MILLIS : 0;
    }

    @Override
    public String toString() {
      return (count < 0 ? "" : "+") + count + unit.symbol();
    }
  }

  /** Goes down to the beginning of a unit. */
  record Snap(TimeUnit unit, DayOfWeek weekStart) implements TimeStep {

    @Override
    public long apply(long epochMillis, ZoneId zone) {
      return unit.floor(epochMillis, zone, weekStart);
    }

    @Override
    public long leastShiftMillis() {
      long longest = (long) Math.ceil(unit.meanMillis());
      boolean uneven = unit.compareTo(TimeUnit.MONTH) >= 0;
      // Lengths: 31, 92 and 366 days at most. A local hour can be cut short or prolonged too.
      return -longest
          - (uneven ? 86_400_000L : 0)
          - (unit.compareTo(TimeUnit.HOUR) >= 0 ? CLOCK_CHANGE_MILLIS : 0);
    }

    @Override
    public long greatestShiftMillis() {
      return 0;
    }

    @Override
    public String toString() {
      return unit == TimeUnit.WEEK ? "@w" + weekStart.getValue() % 7 : "@" + unit.symbol();
    }
  }
}
