package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.NextRun;
import dev.highwater.engine.detect.RunResult;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a partition's slices when a run is done.
 *
 * @param partition the one that the current key is of
 */
record SearchedSlices(PartitionState partition) {

  /**
   * Lets go of the slices that no run after this one searches, and gives the next run that may come
   * to something with what is left. What all later runs search becomes one slice.
   *
   * @param result what the run came to; {@code null} of one that failed
   * @param isAmended whether runs may be done again, so that slices stay when their last run is
   *     done
   * @return the run's scheduled time, {@link SearchSchedule#NEVER} for none
   */
  long letGo(DetectionRuns runs, long scheduled, @Nullable RunResult result, boolean isAmended)
      throws Exception {
    NextRun next = runs.behind(scheduled, result);
    List<GroupSlice> searched = new ArrayList<>();
    boolean isSorted = partition.isOldestFirst() && runs.hasOneScan();
    for (GroupSlice slice : partition.slices()) {
      if (!slice.detection().equals(runs.detection().key())) {
        continue;
      }
      boolean isEndless = runs.isEndless(slice.scan());
      boolean isDone = runs.lastRun(slice.scan(), slice.sliceMillis()) <= scheduled;
      if (isEndless || (isDone && !isAmended)) {
        searched.add(slice);
      }
      if (!isEndless) {
        next.add(slice); // the next run may be the first without it
        if (isSorted && !isDone && next.isSoonest()) {
          break;
        }
      }
    }
    for (GroupSlice slice : searched) {
      if (runs.isEndless(slice.scan())) {
        fold(runs, slice, runs.windowAt(slice.scan(), scheduled));
      } else {
        partition.drop(slice);
      }
    }
    return next.scheduledMillis();
  }

  private void fold(DetectionRuns runs, GroupSlice slice, SearchWindow window) throws Exception {
    if (window.contains(slice.sliceMillis()) && slice.sliceMillis() != window.earliestMillis()) {
      GroupSlice whole =
          new GroupSlice(
              slice.detection(),
              slice.scan(),
              window.earliestMillis(),
              slice.key(),
              slice.contribution());
      partition.add(
          whole,
          partition.take(slice),
          (left, right) -> runs.search().merge(slice.scan(), left, right));
    }
  }

  /**
   * Lets go of the slices whose last run is not done again any more.
   *
   * @param runsOf gives {@code null} for a text that is gone
   */
  void close(long clockMillis, long amendMillis, Function<String, @Nullable DetectionRuns> runsOf)
      throws Exception {
    for (GroupSlice slice : partition.allSlices()) {
      DetectionRuns runs = runsOf.apply(slice.detection());
      if (runs == null) {
        partition.drop(slice);
      } else if (!runs.isEndless(slice.scan())) {
        long last = runs.lastRun(slice.scan(), slice.sliceMillis());
        if (runs.closeMillis(last, amendMillis) <= clockMillis) {
          partition.drop(slice);
        }
      }
    }
  }
}
