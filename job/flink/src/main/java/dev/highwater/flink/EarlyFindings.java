package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.RunResult;
import dev.highwater.engine.detect.StoredGroups;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    @Nullable RunResult result(DetectionRuns runs, long scheduledMillis, StoredGroups groups)
        throws Exception;
  }

  /** What the next run that searches an event, which is stored already, will find with it. */
  List<Finding> with(DetectionRuns runs, RoutedGroup group, long scheduledMillis) throws Exception {
    return runs.isGrowing() ? sure(runs, groupOf(runs, group.slice(), scheduledMillis)) : List.of();
  }

  /** What the next run will find of all that is stored, when the run before it is done. */
  List<Finding> in(DetectionRuns runs, long scheduledMillis) throws Exception {
    if (!runs.isGrowing()) {
      return List.of();
    }
    Set<GroupSlice> waiting = new LinkedHashSet<>();
    for (GroupSlice slice : partition.slices()) {
      if (slice.detection().equals(runs.detection().key())
          && runs.windowAt(slice.scan(), scheduledMillis).contains(slice.sliceMillis())) {
        waiting.add(groupOf(runs, slice, scheduledMillis));
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
    StoredGroups stored = partition.groups();
    StoredGroups ofGroup =
        (detection, scan, window, knownMillis) ->
            stored.in(detection, scan, window, knownMillis).stream()
                .filter(each -> groupOf(runs, each.getKey(), group.sliceMillis()).equals(group))
                .toList();
    RunResult result = search.result(runs, group.sliceMillis(), ofGroup);
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
