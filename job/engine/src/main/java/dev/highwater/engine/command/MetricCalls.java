package dev.highwater.engine.command;

import dev.highwater.engine.event.Measurements;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.AggregateCall.Argument;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The aggregates of {@code mstats}, over metrics by name or over {@code _value} of whatever metrics
 * there are (S-1081).
 *
 * @param written as they stand in the search
 */
record MetricCalls(List<AggregateCall> written) {

  /**
   * Checks that metrics are named, and that the two ways of naming them are not mixed.
   *
   * @throws SplException when they are, or another field is aggregated
   */
  static MetricCalls of(List<AggregateCall> written, SourceSpan place) {
    boolean isOfValue = written.stream().allMatch(MetricCalls::isOfValue);
    if (!isOfValue && written.stream().anyMatch(MetricCalls::isOfValue)) {
      throw new SplException(
          Diagnostic.error(place, "aggregates of _value cannot stand beside aggregates of metrics")
              .withRule("S-1081"));
    }
    for (String metric : new MetricCalls(written).metrics()) {
      if (metric.startsWith("_")) {
        throw new SplException(
            Diagnostic.error(place, "'" + metric + "' is no metric").withRule("S-1081"));
      }
    }
    return new MetricCalls(written);
  }

  private static boolean isOfValue(AggregateCall call) {
    return call.argument() == null || call.argument().text().equals(Measurements.VALUE);
  }

  /** The metrics that are named, patterns included; empty for all of them. */
  Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    for (AggregateCall call : written) {
      if (!isOfValue(call) && call.argument() != null) {
        names.add(call.argument().text());
      }
    }
    return names;
  }

  boolean hasPatterns() {
    return written.stream().anyMatch(AggregateCall::isPattern);
  }

  /** The same over the fields of a measurement; there are no patterns. */
  List<AggregateCall> overMetrics() {
    return written.stream()
        .map(call -> new AggregateCall(call.aggregation(), measured(call), call.outputName()))
        .toList();
  }

  private static Argument measured(AggregateCall call) {
    if (isOfValue(call) || call.argument() == null) {
      return Argument.field(Measurements.VALUE);
    }
    String metric = call.argument().text();
    String field = Measurements.PREFIX + metric;
    return new Argument(
        metric, (fields, run) -> fields.get(field), FieldSet.of(field), false, false, false);
  }

  /** Every function once, over the value of each metric by itself. */
  List<AggregateCall> overEachMetric() {
    Map<String, AggregateCall> calls = new LinkedHashMap<>();
    for (AggregateCall call : written) {
      String column = column(call);
      calls.putIfAbsent(
          column,
          new AggregateCall(call.aggregation(), Argument.field(Measurements.VALUE), column));
    }
    return List.copyOf(calls.values());
  }

  /** The column of {@link #overEachMetric} that holds what the call asks for. */
  static String column(AggregateCall call) {
    return call.aggregation().name() + "(" + Measurements.VALUE + ")";
  }
}
