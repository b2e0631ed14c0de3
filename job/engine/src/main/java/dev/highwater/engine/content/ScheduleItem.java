package dev.highwater.engine.content;

import dev.highwater.engine.schedule.CronSchedule;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as text.
 *
 * @param cron empty for one run
 * @param latest empty, for one run, where its range has no end
 * @param firstScheduledMillis runs before it are left out; without cron, the one run's scheduled
 *     time
 * @param lastScheduledMillis runs after it are left out
 * @param throttling null where every finding counts
 */
public record ScheduleItem(
    String cron,
    String earliest,
    String latest,
    String zone,
    long firstScheduledMillis,
    long lastScheduledMillis,
    @Nullable Throttling throttling) {

  /** Without throttling. */
  public ScheduleItem(
      String cron,
      String earliest,
      String latest,
      String zone,
      long firstScheduledMillis,
      long lastScheduledMillis) {
    this(cron, earliest, latest, zone, firstScheduledMillis, lastScheduledMillis, null);
  }

  /** One run over everything, {@code earliest=0} and no latest (S-403). */
  public static ScheduleItem allTime(long scheduledMillis, ZoneId zone) {
    return once(scheduledMillis, "0", "", zone);
  }

  /**
   * One run.
   *
   * @param earliest a time specifier
   * @param latest a time specifier, empty for a range without an end
   */
  public static ScheduleItem once(
      long scheduledMillis, String earliest, String latest, ZoneId zone) {
    return new ScheduleItem("", earliest, latest, zone.getId(), scheduledMillis, scheduledMillis);
  }

  /** All runs that a deployment asks for. */
  public static ScheduleItem of(Deployment deployment, ZoneId zone) {
    return new ScheduleItem(
        deployment.cron().toString(),
        deployment.earliest().toString(),
        deployment.latest().toString(),
        zone.getId(),
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }

  /** The runs from one scheduled time to another, both included. */
  public ScheduleItem between(long firstMillis, long lastMillis) {
    return new ScheduleItem(cron, earliest, latest, zone, firstMillis, lastMillis, throttling);
  }

  /** The same runs; findings are held back after others. */
  public ScheduleItem throttledBy(@Nullable Throttling newThrottling) {
    return new ScheduleItem(
        cron, earliest, latest, zone, firstScheduledMillis, lastScheduledMillis, newThrottling);
  }

  /** The same but for what a test says of cron, earliest and latest. */
  public ScheduleItem with(ScheduleCase own) {
    return new ScheduleItem(
        own.cron() == null ? cron : own.cron(),
        own.earliest() == null ? earliest : own.earliest(),
        own.latest() == null ? latest : own.latest(),
        zone,
        firstScheduledMillis,
        lastScheduledMillis,
        throttling);
  }

  public SearchSchedule schedule() {
    if (cron.isEmpty()) {
      return SearchSchedule.once(
          firstScheduledMillis,
          RelativeTime.parse(earliest),
          latest.isEmpty() ? null : RelativeTime.parse(latest),
          ZoneId.of(zone));
    }
    SearchSchedule all =
        new SearchSchedule(
            CronSchedule.parse(cron),
            RelativeTime.parse(earliest),
            RelativeTime.parse(latest),
            ZoneId.of(zone));
    boolean isBounded =
        firstScheduledMillis != Long.MIN_VALUE || lastScheduledMillis != Long.MAX_VALUE;
    return isBounded ? all.between(firstScheduledMillis, lastScheduledMillis) : all;
  }
}
