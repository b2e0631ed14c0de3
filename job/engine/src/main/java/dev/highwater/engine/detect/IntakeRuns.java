package dev.highwater.engine.detect;

import dev.highwater.engine.content.Intake;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.schedule.SearchSchedule;
import java.util.List;

/**
 * The runs of a schedule that are done with one text of a detection: each run by one text, that
 * which was in force when the earliest of what it searches came (S-2110).
 */
record IntakeRuns(Intake intake, SearchPlan plan) {

  static IntakeRuns of(Intake intake, SearchPlan plan) {
    return new IntakeRuns(intake, plan);
  }

  /** The schedule with those runs only. */
  SearchSchedule of(SearchSchedule all) {
    boolean hasStart = intake.fromMillis() != Long.MIN_VALUE;
    if (!hasStart && intake.isCurrent()) {
      return all;
    }
    List<SearchSchedule> ranges =
        plan.scans().stream()
            .map(scan -> RunningDetection.scheduleOf(scan.scan(), all))
            .filter(range -> !range.isEndless())
            .toList();
    long first = hasStart ? firstFrom(all, ranges, intake.fromMillis()) : Long.MIN_VALUE;
    long last = intake.lastScheduledMillis();
    if (intake.untilMillis() != Long.MAX_VALUE) {
      long behind = firstFrom(all, ranges, intake.untilMillis());
      last = Math.min(last, behind == SearchSchedule.NEVER ? behind : behind - 1);
    }
    return all.between(first, last);
  }

  /** The first run of which no range begins before a time; that of the schedule counts, too. */
  private static long firstFrom(SearchSchedule all, List<SearchSchedule> ranges, long millis) {
    long run = all.nextScheduledAfter(millis - 1);
    while (run != SearchSchedule.NEVER && !beginFrom(ranges, run, millis)) {
      run = all.nextScheduledAfter(run);
    }
    return run;
  }

  private static boolean beginFrom(List<SearchSchedule> ranges, long run, long millis) {
    for (SearchSchedule range : ranges) {
      if (range.windowAt(run).earliestMillis() < millis) {
        return false;
      }
    }
    return true;
  }
}
