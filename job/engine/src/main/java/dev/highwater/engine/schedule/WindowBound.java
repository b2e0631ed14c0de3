package dev.highwater.engine.schedule;

import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One end of a schedule's windows, as a function of the scheduled time, with bounds on how far from
 * it the end can lie. The bounds replace the assumption that later runs have later ends, which days
 * with a clock change break.
 *
 * @param time null for an end that is never reached
 */
record WindowBound(@Nullable RelativeTime time, ZoneId zone) {

  static final long NO_BORDER_BEFORE = Long.MIN_VALUE;
  static final long NO_BORDER_AFTER = Long.MAX_VALUE;

  long of(long scheduledMillis) {
    return time == null ? SearchWindow.UNBOUNDED : time.apply(scheduledMillis, zone);
  }

  boolean isFixed() {
    return time == null || time.isAbsolute();
  }

  /** Scheduled times after {@code millis} minus this have their end after {@code millis}. */
  long leastShiftMillis() {
    return time == null ? 0 : time.leastShiftMillis();
  }

  long greatestShiftMillis() {
    return time == null ? 0 : time.greatestShiftMillis();
  }

  /** The greatest border not after {@code millis}. */
  long floor(long millis, RunTimes runs) {
    if (isFixed()) {
      long border = of(0);
      return border <= millis && border != SearchWindow.UNBOUNDED ? border : NO_BORDER_BEFORE;
    }
    long sure = runs.lastAtOrBefore(millis - greatestShiftMillis());
    long from = sure == RunTimes.NONE_BEFORE ? millis - greatestShiftMillis() : sure - spread() - 1;
    long best = NO_BORDER_BEFORE;
    long last = millis - leastShiftMillis();
    for (long run = runs.nextAfter(from); run <= last && run != RunTimes.NEVER; ) {
      long border = of(run);
      if (border <= millis && border > best) {
        best = border;
      }
      run = runs.nextAfter(run);
    }
    return best;
  }

  /** The least border after {@code millis}. */
  long ceiling(long millis, RunTimes runs) {
    if (isFixed()) {
      long border = of(0);
      return border > millis ? border : NO_BORDER_AFTER;
    }
    long sure = runs.nextAfter(millis - leastShiftMillis());
    long last = sure == RunTimes.NEVER ? millis - leastShiftMillis() : sure + spread();
    long best = NO_BORDER_AFTER;
    for (long run = runs.nextAfter(millis - greatestShiftMillis());
        run <= last && run != RunTimes.NEVER; ) {
      long border = of(run);
      if (border > millis && border < best) {
        best = border;
      }
      run = runs.nextAfter(run);
    }
    return best;
  }

  private long spread() {
    return greatestShiftMillis() - leastShiftMillis();
  }
}
