package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.flink.type.ContentChange;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/** The content that a subtask runs: what the job was shipped with, until word of other comes. */
final class ContentInForce {

  private final RuntimeContext task;
  private final JobContent shipped;
  private JobContent content;
  private int number;
  private @Nullable DetectionSet detections;

  ContentInForce(JobContent shipped, RuntimeContext task) {
    this.shipped = shipped;
    this.content = shipped;
    this.task = task;
  }

  /** Compiled when it is asked for. */
  DetectionSet detections() {
    DetectionSet current = detections;
    if (current == null) {
      current = content.detections(task);
      detections = current;
    }
    return current;
  }

  /** Whether the change is new here; it then is in force. */
  boolean take(ContentChange change) {
    if (change.number() <= number) {
      return false;
    }
    number = change.number();
    content = content.with(change);
    detections = null;
    Objects.requireNonNull(detections());
    return true;
  }

  /** Other content, compiled as this is. */
  DetectionSet compiled(ContentChange other) {
    return content.with(other).detections(task);
  }

  /** Where addresses are, {@code null} when nobody knows. */
  @Nullable PlaceDatabase places() {
    return content.places(task);
  }

  JobContent shipped() {
    return shipped;
  }

  /** What runs, as bytes. */
  JobContent content() {
    return content;
  }
}
