package dev.highwater.engine.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cron schedule of five fields: minute, hour, day of month, month, day of week (S-410).
 *
 * <p>When the days of the month and those of the week are both restricted, either suffices. A local
 * time that the clocks skip does not fire. One that they show twice fires the first time only, or
 * both times when the minute or the hour starts with {@code *}. Both as in Vixie cron, assumed.
 */
public final class CronSchedule {

  private static final long MINUTES_OF_DAY = 24 * 60;

  private final String text;
  private final CronField minutes;
  private final CronField hours;
  private final CronDays days;
  private final boolean firesInBothPasses;

  private CronSchedule(String text, CronField minutes, CronField hours, CronDays days) {
    this.text = text;
    this.minutes = minutes;
    this.hours = hours;
    this.days = days;
    this.firesInBothPasses = minutes.isWildcard() || hours.isWildcard();
  }

  /**
   * Reads a schedule such as {@code 5,35 * * * 1-5}.
   *
   * @throws IllegalArgumentException naming the field and what it may hold; also for dates that
   *     never come, such as 30 February
   */
  public static CronSchedule parse(String text) {
    String[] parts = text.strip().split("\\s+", 0);
    if (parts.length != 5) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Invalid cron schedule: '%s' has %d fields (must be 5: minute, hour, day of month,"
                  + " month, day of week)",
              text,
              text.isBlank() ? 0 : parts.length));
    }
    CronField minutes = CronField.parse(CronField.Kind.MINUTE, parts[0]);
    CronField hours = CronField.parse(CronField.Kind.HOUR, parts[1]);
    CronDays days =
        new CronDays(
            CronField.parse(CronField.Kind.DAY_OF_MONTH, parts[2]),
            CronField.parse(CronField.Kind.MONTH, parts[3]),
            CronField.parse(CronField.Kind.DAY_OF_WEEK, parts[4]));
    if (!days.everCome()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Invalid cron schedule: '%s' never fires, no month of '%s' has a day of '%s'",
              text,
              parts[3],
              parts[2]));
    }
    return new CronSchedule(String.join(" ", parts), minutes, hours, days);
  }

  /** The first scheduled time strictly after {@code epochMillis}, in epoch milliseconds. */
  public long nextAfter(long epochMillis, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    long from = epochMillis + 1;
    while (true) {
      Instant instant = Instant.ofEpochMilli(from);
      int offset = rules.getOffset(instant).getTotalSeconds();
      ZoneOffsetTransition change = rules.isFixedOffset() ? null : rules.nextTransition(instant);
      long end = change == null ? Long.MAX_VALUE : change.toEpochSecond() * 1000;
      long found =
          millis(minuteAtOrAfter(-Math.floorDiv(-localMillis(from, offset), 60_000)), offset);
      if (found >= end) {
        from = end;
      } else if (isSkippedRepeat(found, offset, rules)) {
        from = found + 1;
      } else {
        return found;
      }
    }
  }

  /** The last scheduled time not after {@code epochMillis}, in epoch milliseconds. */
  public long lastAtOrBefore(long epochMillis, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    long to = epochMillis;
    while (true) {
      Instant instant = Instant.ofEpochMilli(to);
      int offset = rules.getOffset(instant).getTotalSeconds();
      ZoneOffsetTransition change =
          rules.isFixedOffset() ? null : rules.previousTransition(instant.plusNanos(1));
      long start = change == null ? Long.MIN_VALUE : change.toEpochSecond() * 1000;
      long found = millis(minuteAtOrBefore(Math.floorDiv(localMillis(to, offset), 60_000)), offset);
      if (found < start) {
        to = start - 1;
      } else if (isSkippedRepeat(found, offset, rules)) {
        to = found - 1;
      } else {
        return found;
      }
    }
  }

  /** The canonical text: five fields with one space between them. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CronSchedule cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private static long localMinute(long day, int hour, int minute) {
    return (day * 24 + hour) * 60 + minute;
  }

  private static long localMillis(long epochMillis, int offsetSeconds) {
    return epochMillis + offsetSeconds * 1000L;
  }

  private static long millis(long localMinute, int offsetSeconds) {
    return localMinute * 60_000 - offsetSeconds * 1000L;
  }

  /** Whether a fixed time comes here for the second time, after the clocks were set back. */
  private boolean isSkippedRepeat(long epochMillis, int offset, ZoneRules rules) {
    if (firesInBothPasses || rules.isFixedOffset()) {
      return false;
    }
    long local = Math.floorDiv(localMillis(epochMillis, offset), 1000);
    List<ZoneOffset> valid =
        rules.getValidOffsets(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
    return valid.size() == 2 && valid.get(1).getTotalSeconds() == offset;
  }

  /** The first scheduled minute from {@code minute} on; both count local minutes since 1970. */
  private long minuteAtOrAfter(long minute) {
    long day = Math.floorDiv(minute, MINUTES_OF_DAY);
    int ofDay = (int) Math.floorMod(minute, MINUTES_OF_DAY);
    if (days.has(day)) {
      int hour = ofDay / 60;
      int within = hours.has(hour) ? minutes.atOrAfter(ofDay % 60) : -1;
      if (within >= 0) {
        return localMinute(day, hour, within);
      }
      int next = hours.atOrAfter(hour + 1);
      if (next >= 0) {
        return localMinute(day, next, minutes.atOrAfter(0));
      }
    }
    return localMinute(days.next(day), hours.atOrAfter(0), minutes.atOrAfter(0));
  }

  /** The last scheduled minute up to {@code minute}; both count local minutes since 1970. */
  private long minuteAtOrBefore(long minute) {
    long day = Math.floorDiv(minute, MINUTES_OF_DAY);
    int ofDay = (int) Math.floorMod(minute, MINUTES_OF_DAY);
    if (days.has(day)) {
      int hour = ofDay / 60;
      int within = hours.has(hour) ? minutes.atOrBefore(ofDay % 60) : -1;
      if (within >= 0) {
        return localMinute(day, hour, within);
      }
      int previous = hours.atOrBefore(hour - 1);
      if (previous >= 0) {
        return localMinute(day, previous, minutes.atOrBefore(59));
      }
    }
    return localMinute(days.previous(day), hours.atOrBefore(23), minutes.atOrBefore(59));
  }
}
