package dev.highwater.engine.plan;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a search may know of the run that it is part of.
 *
 * @param nowMillis the scheduled time, which is what {@code now()} gives (S-160, S-411); epoch
 *     milliseconds
 * @param earliestMillis start of the searched range, included
 * @param latestMillis end of the searched range, excluded; {@code Long.MAX_VALUE} where there is
 *     none
 * @param zone the searching user's time zone (S-404)
 * @param resources subsearches and lookups
 */
public record RunContext(
    long nowMillis, long earliestMillis, long latestMillis, ZoneId zone, RunResources resources) {

  /** For what is said of events before any run sees them; it must not depend on the run. */
  public static final RunContext BEFORE_RUN = beforeRun(RunResources.NONE);

  /** As {@link #BEFORE_RUN}, with resources that take in what is counted on the way. */
  public static RunContext beforeRun(RunResources resources) {
    return beforeRun(resources, ZoneOffset.UTC);
  }

  /** As {@link #BEFORE_RUN}, in the time zone of the runs. */
  public static RunContext beforeRun(RunResources resources, ZoneId zone) {
    return new RunContext(0, 0, Long.MAX_VALUE, zone, resources);
  }

  @Override
  public long nowMillis() {
    resources.timeAsked();
    return nowMillis;
  }

  @Override
  public long earliestMillis() {
    resources.timeAsked();
    return earliestMillis;
  }

  @Override
  public long latestMillis() {
    resources.timeAsked();
    return latestMillis;
  }

  /** A run without subsearches and lookups. */
  public RunContext(long nowMillis, long earliestMillis, long latestMillis, ZoneId zone) {
    this(nowMillis, earliestMillis, latestMillis, zone, RunResources.NONE);
  }
}
