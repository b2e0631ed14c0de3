package dev.highwater.app.savepoint;

import java.util.List;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** Under which names savepoints hold the state of a job's operators. */
public final class OperatorUids {

  /** Those of every job: they never change, or what was stored under them is lost (S-2082). */
  public static final List<String> DETECTION =
      List.of(
          "aggregate-slices",
          "aggregate-slices-risk",
          "parse-events",
          "raise-findings",
          "raise-findings-risk",
          "route-detections",
          "route-risk",
          "run-searches",
          "run-searches-risk",
          "throttle-findings",
          "throttle-findings-risk");

  private OperatorUids() {}

  /** In order; {@code none: NAME} of an operator that has none. */
  public static List<String> of(StreamGraph graph) {
    return graph.getStreamNodes().stream().map(OperatorUids::of).sorted().toList();
  }

  private static String of(StreamNode node) {
    String uid = node.getTransformationUID();
    return uid == null ? "none: " + node.getOperatorName() : uid;
  }
}
