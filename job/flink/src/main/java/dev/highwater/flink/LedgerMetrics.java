package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RunningDetection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.MetricGroup;

/**
 * Shows what a ledger has counted as metrics of an operator: gauges, in the group {@code
 * highwater}, those of a detection in a group of its name. A metric is there once its number is.
 *
 * <p>The ledger is kept over restores, and so are the numbers. Reporters read in threads of their
 * own, so that they get copies.
 */
final class LedgerMetrics {

  private static final String GROUP = "highwater";
  private static final String DETECTION = "detection";

  private final MetricGroup group;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<LedgerMetric, AtomicLong>> shown = new HashMap<>();

  /**
   * @param operator the operator's own group
   * @param detections have the names that metrics of a detection are labelled with
   */
  LedgerMetrics(MetricGroup operator, DetectionSet detections) {
    this.group = groupOf(operator);
    name(detections);
  }

  /** Labels detections that are new with their names, too. */
  void name(DetectionSet detections) {
    Set<String> taken = new HashSet<>(names.values());
    for (RunningDetection each : detections.detections()) {
      names.computeIfAbsent(
          each.id(), id -> taken.add(each.item().name()) ? each.item().name() : id);
    }
  }

  /** Where all our metrics of an operator are. */
  static MetricGroup groupOf(MetricGroup operator) {
    return operator.addGroup(GROUP);
  }

  /** Shows the numbers as they are now. */
  void show(Ledger ledger) {
    for (String id : ledger.counted()) {
      for (LedgerMetric metric : LedgerMetric.values()) {
        OptionalLong number = ledger.find(id, metric.counter());
        if (number.isPresent()) {
          shown
              .computeIfAbsent(id, key -> new EnumMap<>(LedgerMetric.class))
              .computeIfAbsent(metric, key -> registered(id, key))
              .set(number.getAsLong());
        }
      }
    }
  }

  private AtomicLong registered(String id, LedgerMetric metric) {
    AtomicLong number = new AtomicLong();
    groupOfCounted(id).gauge(metric.shownAs(), number::get);
    return number;
  }

  /** A detection that a restored ledger knows and the content no longer has stands under its id. */
  private MetricGroup groupOfCounted(String id) {
    return switch (id) {
      case Ledger.INPUT -> group;
      case Ledger.RISK -> group.addGroup("risk");
      default -> group.addGroup(DETECTION, names.getOrDefault(id, id));
    };
  }
}
