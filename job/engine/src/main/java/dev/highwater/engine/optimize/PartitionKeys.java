package dev.highwater.engine.optimize;

import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.StoredForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By which by-fields of its first aggregation a search can be dealt with in parts: those that every
 * later stage keeps apart, on both sides of a join.
 */
final class PartitionKeys {

  /** Of more by-fields than these the others only keep rows together. */
  private static final int MOST = 100;

  private final List<ScanPlan> scans;

  private PartitionKeys(List<ScanPlan> scans) {
    this.scans = scans;
  }

  /**
   * The values of the keys of each scan, by its number, all in the same order; empty when the rows
   * of a run have to meet.
   *
   * @param tellsRowsApart whether rows of the result have an identity besides their fields; if not,
   *     rows of different parts have to differ in what they are spread by
   */
  static Map<Integer, List<Integer>> of(
      LogicalPlan main, List<ScanPlan> scans, boolean tellsRowsApart) {
    Trace trace = new PartitionKeys(scans).trace(main);
    if (trace != null && !tellsRowsApart) {
      trace.names.values().removeIf(name -> name.text() == null);
    }
    if (trace == null || trace.names.isEmpty() || trace.values.size() < scans.size()) {
      return Map.of();
    }
    Map<Integer, List<Integer>> keys = new HashMap<>();
    trace.values.forEach(
        (scan, values) -> keys.put(scan, trace.names.keySet().stream().map(values::get).toList()));
    return keys;
  }

  /**
   * What is left of the by-fields of the first aggregation.
   *
   * @param names by number of the by-field the name that it has here; absent when it cannot be
   *     used, {@code null} inside of {@link Name} when it is no longer in the rows
   * @param values for each scan by number of the by-field the number of the value in its keys
   */
  private record Trace(Map<Integer, Name> names, Map<Integer, Map<Integer, Integer>> values) {}

  private record Name(@Nullable String text) {}

  private @Nullable Trace trace(LogicalPlan plan) {
    ScanPlan scan = scanOf(plan);
    if (scan == null
        || !(scan.form() instanceof StoredForm.Groups)
        || !(plan.stages().get(scan.stagesDone() - 1) instanceof GroupingStage first)) {
      return null;
    }
    Trace trace = new Trace(new TreeMap<>(), new HashMap<>());
    Map<Integer, Integer> own = new HashMap<>();
    List<String> by = first.grouping().by();
    for (int i = 0; i < Math.min(by.size(), MOST); i++) {
      if (first.partitionsBy().has(by.get(i))) {
        trace.names.put(i, new Name(by.get(i)));
        own.put(i, i);
      }
    }
    trace.values.put(scan.id(), own);
    plan.stages().stream().skip(scan.stagesDone()).forEach(stage -> pass(stage, trace));
    return trace;
  }

  private @Nullable ScanPlan scanOf(LogicalPlan plan) {
    for (ScanPlan scan : scans) {
      if (!plan.stages().isEmpty() && scan.stage().equals(plan.stages().get(0))) {
        return scan;
      }
    }
    return null;
  }

  private void pass(Stage stage, Trace trace) {
    FieldSet apart = stage.partitionsBy();
    if (!apart.isAll()) {
      trace.names.values().removeIf(name -> name.text() == null || !apart.has(name.text()));
      stage.subsearches().forEach(inner -> meet(trace, trace(inner)));
    }
    trace.names.replaceAll(
        (number, name) -> new Name(name.text() == null ? null : stage.carries(name.text())));
  }

  /** Only what the rows of the other side are kept apart by, too, is left. */
  private static void meet(Trace trace, @Nullable Trace other) {
    if (other == null) {
      trace.names.clear();
      return;
    }
    Map<Integer, Integer> partners = new HashMap<>();
    for (Integer number : new ArrayList<>(trace.names.keySet())) {
      Integer partner = numberOf(trace.names.get(number), other);
      if (partner == null) {
        trace.names.remove(number);
      } else {
        partners.put(number, partner);
      }
    }
    other.values.forEach(
        (scan, values) -> {
          Map<Integer, Integer> own = new HashMap<>();
          partners.forEach((number, partner) -> own.put(number, values.get(partner)));
          trace.values.put(scan, own);
        });
  }

  private static @Nullable Integer numberOf(@Nullable Name name, Trace trace) {
    for (Map.Entry<Integer, Name> each : trace.names.entrySet()) {
      if (each.getValue().equals(name)) {
        return each.getKey();
      }
    }
    return null;
  }
}
