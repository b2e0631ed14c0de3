package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunResult;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchSchedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs that are still to be done are sure to find, each group once for each run: of the first
 * run that searches an event as soon as the event is there, of each later one when the run before
 * it is done (S-1951).
 *
 * @param partition the one that the current key is of
 */
record EarlyFindings(PartitionState partition, Search search) {

  /** Does a run over a part of what is stored. */
  @FunctionalInterface
  interface Search {

    /** {@code null} of a run that fails. */
    @Nullable RunResult result(
        DetectionRuns runs,
        long scheduledMillis,
        Iterable<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> groups)
        throws Exception;
  }

  /** What the next run that searches an event, which is stored already, will find with it. */
  List<Finding> with(DetectionRuns runs, RoutedGroup group, long scheduledMillis) throws Exception {
    return runs.isGrowing() ? sure(runs, groupOf(runs, group.slice(), scheduledMillis)) : List.of();
  }

  /**
   * What later runs will find of what a run has searched that is done.
   *
   * @param clockMillis how far the stream has come: runs that are due are not given early
   */
  List<Finding> behind(DetectionRuns runs, long doneMillis, long clockMillis) throws Exception {
    if (!runs.isGrowing()) {
      return List.of();
    }
    Set<GroupSlice> waiting = new LinkedHashSet<>();
    for (GroupSlice slice : partition.slices()) {
      if (slice.detection().equals(runs.detection().id())
          && runs.windowAt(slice.scan(), doneMillis).contains(slice.sliceMillis())) {
        long next = runs.nextRun(slice.scan(), slice.sliceMillis(), doneMillis);
        if (next != SearchSchedule.NEVER && !runs.isDone(next, clockMillis)) {
          waiting.add(groupOf(runs, slice, next));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (GroupSlice group : waiting) {
      findings.addAll(sure(runs, group));
    }
    return findings;
  }

  private static GroupSlice groupOf(DetectionRuns runs, GroupSlice slice, long scheduledMillis) {
    return new GroupSlice(
        slice.detection(),
        slice.scan(),
        scheduledMillis,
        runs.search().groupOf(slice.scan(), slice.key(), scheduledMillis));
  }

  /**
   * What is known of a group, if that is enough for the first time.
   *
   * @param group with the run's scheduled time for a slice
   */
  private List<Finding> sure(DetectionRuns runs, GroupSlice group) throws Exception {
    if (partition.isGiven(group)) {
      return List.of();
    }
    List<Map.Entry<GroupSlice, List<@Nullable FieldValue>>> stored = new ArrayList<>();
    for (Map.Entry<GroupSlice, List<@Nullable FieldValue>> each : partition.groups()) {
      if (each.getKey().detection().equals(group.detection())
          && groupOf(runs, each.getKey(), group.sliceMillis()).equals(group)) {
        stored.add(each);
      }
    }
    RunResult result = search.result(runs, group.sliceMillis(), stored);
    if (result == null) {
      partition.give(group); // once is enough to tell of a fault
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : result.findings()) {
      findings.add(finding.revised(Finding.Status.EARLY, 0));
    }
    if (!findings.isEmpty()) {
      partition.give(group);
    }
    return findings;
  }
}
