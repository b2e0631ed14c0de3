package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRuns;
import dev.highwater.engine.finding.Finding;
import dev.highwater.flink.type.FindingSerializer;
import dev.highwater.flink.type.ScheduledRun;
import dev.highwater.flink.type.ScheduledRunSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the runs of the current partition that are done and may still be done again: what
 * they have said, and which of them late events have touched.
 */
final class AmendableRuns {

  private final MapState<ScheduledRun, List<Finding>> said;
  private final MapState<ScheduledRun, Boolean> touched;

  AmendableRuns(KeyedStateStore store) {
    said =
        store.getMapState(
            new MapStateDescriptor<>(
                "said",
                new ScheduledRunSerializer(),
                new ListSerializer<>(new FindingSerializer())));
    touched =
        store.getMapState(
            new MapStateDescriptor<>(
                "touched", new ScheduledRunSerializer(), BooleanSerializer.INSTANCE));
  }

  /** The last revision of each finding of a run; empty when it has found nothing. */
  List<Finding> said(ScheduledRun run) throws Exception {
    List<Finding> findings = said.get(run);
    return findings == null ? List.of() : findings;
  }

  void say(ScheduledRun run, List<Finding> findings) throws Exception {
    if (!findings.isEmpty()) {
      said.put(run, findings);
    }
  }

  void touch(ScheduledRun run) throws Exception {
    touched.put(run, true);
  }

  /** The runs that have been touched, which then no longer are. */
  List<ScheduledRun> takeTouched() throws Exception {
    List<ScheduledRun> runs = new ArrayList<>();
    touched.keys().forEach(runs::add);
    touched.clear();
    return runs;
  }

  /**
   * Forgets the runs that are not done again any more.
   *
   * @param runsOf gives {@code null} for a text that is gone
   */
  void close(long clockMillis, long amendMillis, Function<String, @Nullable DetectionRuns> runsOf)
      throws Exception {
    List<ScheduledRun> closed = new ArrayList<>();
    for (ScheduledRun run : said.keys()) {
      DetectionRuns runs = runsOf.apply(run.detection());
      if (runs == null || runs.closeMillis(run.scheduledMillis(), amendMillis) <= clockMillis) {
        closed.add(run);
      }
    }
    for (ScheduledRun run : closed) {
      said.remove(run);
    }
  }
}
