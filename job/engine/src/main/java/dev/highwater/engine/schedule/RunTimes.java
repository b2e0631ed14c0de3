package dev.highwater.engine.schedule;

import java.time.ZoneId;

/** The scheduled times of a search, in epoch milliseconds. */
interface RunTimes {

  /** No run after the given time. */
  long NEVER = Long.MAX_VALUE;

  /** No run before the given time. */
  long NONE_BEFORE = Long.MIN_VALUE;

  /** The first one strictly after, {@link #NEVER} when there is none. */
  long nextAfter(long millis);

  /** The last one not after, {@link #NONE_BEFORE} when there is none. */
  long lastAtOrBefore(long millis);

  /** The first one of all, {@link #NONE_BEFORE} when they have no beginning. */
  long first();

  /** The last one of all, {@link #NEVER} when they have no end. */
  long last();

  /** The times of a cron schedule; without end in both directions. */
  record OfCron(CronSchedule cron, ZoneId zone) implements RunTimes {

    @Override
    public long nextAfter(long millis) {
      return millis == NEVER ? NEVER : cron.nextAfter(millis, zone);
    }

    @Override
    public long lastAtOrBefore(long millis) {
      return millis == NONE_BEFORE ? NONE_BEFORE : cron.lastAtOrBefore(millis, zone);
    }

    @Override
    public long first() {
      return NONE_BEFORE;
    }

    @Override
    public long last() {
      return NEVER;
    }
  }

  /** One time. */
  record Once(long scheduledMillis) implements RunTimes {

    @Override
    public long nextAfter(long millis) {
      return millis < scheduledMillis ? scheduledMillis : NEVER;
    }

    @Override
    public long lastAtOrBefore(long millis) {
      return millis >= scheduledMillis ? scheduledMillis : NONE_BEFORE;
    }

    @Override
    public long first() {
      return scheduledMillis;
    }

    @Override
    public long last() {
      return scheduledMillis;
    }
  }

  /** Those of {@code all} from {@code first} to {@code last}, both included. */
  record Between(RunTimes all, long first, long last) implements RunTimes {

    @Override
    public long nextAfter(long millis) {
      long next = all.nextAfter(millis < first ? first - 1 : millis);
      return next > last ? NEVER : next;
    }

    @Override
    public long lastAtOrBefore(long millis) {
      long before = all.lastAtOrBefore(Math.min(millis, last));
      return before < first ? NONE_BEFORE : before;
    }
  }
}
