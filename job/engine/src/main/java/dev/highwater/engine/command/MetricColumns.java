package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Measurements;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupKey;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns of the rows that {@code mstats} has for each metric of a group, as {@code
 * avg(cpu.*) AS cpu.*} asks for: in written order, those of one pattern in the order of bytes
 * (S-1081).
 *
 * @param by the fields of a group
 * @param calls as written, over metrics and patterns of them
 */
record MetricColumns(List<String> by, List<AggregateCall> calls) implements WholeResultStage {

  @Override
  public CommandType type() {
    return CommandType.TRANSFORMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    Set<String> columns = new TreeSet<>(by);
    columns.add(Measurements.NAME);
    calls.forEach(call -> columns.add(MetricCalls.column(call)));
    return FieldSet.of(columns);
  }

  @Override
  public @Nullable String carries(String name) {
    return by.contains(name) ? name : null;
  }

  @Override
  public boolean givesRowsWithoutInput() {
    return by.isEmpty() && calls.stream().anyMatch(AggregateCall::isNeverNull);
  }

  @Override
  public boolean isOrderSensitive() {
    return false;
  }

  @Override
  public String describe() {
    return "metric columns " + new Grouping(by, calls, null).describe();
  }

  @Override
  public @Nullable String describeBehind(List<Stage> before) {
    return before.size() == 2
            && before.get(0) instanceof ScanStage scan
            && before.get(1) instanceof GroupingStage ofEachMetric
        ? ofEachMetric.describeAs(
            "mstats", scan, new Grouping(List.of(), calls, null).describe(), by)
        : null;
  }

  @Override
  public List<Row> result(List<Row> rows, RunContext run) {
    Grouping groups = new Grouping(by, List.of(), null);
    Map<GroupKey, Map<String, Row>> metrics = new LinkedHashMap<>();
    if (by.isEmpty()) {
      metrics.put(new GroupKey(List.of()), byMetric());
    }
    for (Row row : rows) {
      FieldValue metric = row.get(Measurements.NAME);
      if (metric != null) {
        groups.keysOf(
            row,
            key ->
                metrics
                    .computeIfAbsent(new GroupKey(key), k -> byMetric())
                    .put(metric.text(), row));
      }
    }
    List<Row> result = new ArrayList<>();
    metrics.forEach(
        (key, measured) -> {
          Row row = groups.row(key.values(), List.of());
          calls.forEach(call -> set(call, measured, row));
          if (!row.names().isEmpty()) {
            result.add(row);
          }
        });
    return result;
  }

  private static Map<String, Row> byMetric() {
    return new TreeMap<>(KeyOrder::compareBytes);
  }

  private void set(AggregateCall call, Map<String, Row> metrics, Row row) {
    String column = MetricCalls.column(call);
    if (!call.isPattern()) {
      Row measured = call.argument() == null ? null : metrics.get(call.argument().text());
      row.set(call.outputName(), measured == null ? call.start().result() : measured.get(column));
      return;
    }
    metrics.forEach(
        (metric, measured) -> {
          AggregateCall one = call.of(metric);
          if (one != null && !by.contains(one.outputName())) {
            row.set(one.outputName(), measured.get(column));
          }
        });
  }
}
