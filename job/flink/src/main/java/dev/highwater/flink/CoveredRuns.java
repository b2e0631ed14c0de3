package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.DueRun;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.flink.PartitionState.Covered;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are done though no event asks for them, over all the time that is covered.
 *
 * @param partition the one that the current key is of
 */
record CoveredRuns(PartitionState partition) {

  /** The first one to be done when more time is covered, {@link SearchSchedule#NEVER} for none. */
  long first(DetectionRuns runs, Covered added, long clockMillis) throws Exception {
    RunningDetection detection = runs.detection();
    Covered all = partition.cover(detection.key(), added);
    long next = detection.runOver(all.firstMillis(), all.lastMillis(), all.doneMillis());
    while (next != SearchSchedule.NEVER && runs.isDone(next, clockMillis)) {
      next = detection.runOver(all.firstMillis(), all.lastMillis(), next);
    }
    return next;
  }

  /** The one behind another that is done, {@link SearchSchedule#NEVER} for none. */
  long behind(DetectionRuns runs, DueRun done) throws Exception {
    @Nullable Covered before = partition.covered(done.detection());
    if (before == null) {
      return SearchSchedule.NEVER;
    }
    long last = Math.max(before.doneMillis(), done.scheduledMillis());
    Covered all =
        partition.cover(
            done.detection(), new Covered(before.firstMillis(), before.lastMillis(), last));
    return runs.detection().runOver(all.firstMillis(), all.lastMillis(), last);
  }
}
