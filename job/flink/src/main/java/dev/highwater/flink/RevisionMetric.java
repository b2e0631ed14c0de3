package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.RunningDetection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.MetricGroup;

/** Shows how many detections run, labelled with the revision of the content; 0 of others before. */
final class RevisionMetric {

  private final MetricGroup group;
  private final Map<String, AtomicLong> shown = new HashMap<>();

  RevisionMetric(MetricGroup operator) {
    this.group = LedgerMetrics.groupOf(operator);
  }

  void show(String revision, DetectionSet detections) {
    shown.values().forEach(each -> each.set(0));
    shown
        .computeIfAbsent(revision, this::registered)
        .set(detections.detections().stream().filter(RunningDetection::isCurrent).count());
  }

  private AtomicLong registered(String revision) {
    AtomicLong number = new AtomicLong();
    group.addGroup("revision", revision).gauge("detections", number::get);
    return number;
  }
}
