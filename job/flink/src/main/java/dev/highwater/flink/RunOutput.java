package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.engine.detect.Throttle;
import dev.highwater.engine.finding.Finding;
import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.ContentChange;
import dev.highwater.flink.type.EngineType;
import dev.highwater.flink.type.ScopedFinding;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * What runs have found on its way: those findings that others may hold back by the side output,
 * with their scope. Word of other content goes both ways.
 */
final class RunOutput {

  /** Findings that others may hold back. */
  static final OutputTag<Carried<ScopedFinding>> THROTTLED =
      new OutputTag<>("throttled", EngineType.SCOPED_FINDING);

  private final Output<StreamRecord<Carried<Finding>>> output;
  private final List<String> receivers;
  private Throttle throttle;

  /**
   * @param task what comes behind runs in as many subtasks
   */
  RunOutput(Output<StreamRecord<Carried<Finding>>> output, DetectionSet detections, TaskInfo task) {
    this.output = output;
    this.throttle = new Throttle(detections);
    this.receivers =
        SubtaskKeys.of(task.getNumberOfParallelSubtasks(), task.getMaxNumberOfParallelSubtasks());
  }

  /** Baselines find nothing: they run for their lookups. */
  void give(RunningDetection detection, List<Finding> findings) {
    if (detection.item().isBaseline()) {
      return;
    }
    boolean isThrottled = detection.item().schedule().throttling() != null;
    for (Finding finding : findings) {
      long scheduled = finding.window().scheduledMillis();
      if (isThrottled) {
        ScopedFinding scoped = new ScopedFinding(throttle.scopeOf(finding), finding);
        output.collect(THROTTLED, new StreamRecord<>(Carried.of(scoped), scheduled));
      } else {
        output.collect(new StreamRecord<>(Carried.of(finding), scheduled));
      }
    }
  }

  /** Passes on word of other content, by which findings are given from now on. */
  void give(ContentChange change, DetectionSet detections) {
    throttle = new Throttle(detections);
    output.collect(new StreamRecord<>(new Carried.Change<>("", change)));
    for (String receiver : receivers) {
      output.collect(THROTTLED, new StreamRecord<>(new Carried.Change<>(receiver, change)));
    }
  }
}
