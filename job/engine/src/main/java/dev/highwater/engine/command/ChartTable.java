package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.GroupKey;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cells of a chart while it is made (S-338, S-974). */
final class ChartTable {

  private static final String ONLY_SERIES = "";

  private final ChartForm form;
  private final Grouping cells;
  private final RunContext run;
  private final Map<GroupKey, Map<String, List<Accumulator>>> rows = new HashMap<>();
  private List<String> series = List.of();
  private boolean hasOther;
  private boolean hasMissing;

  ChartTable(ChartForm form, RunContext run) {
    this.form = form;
    this.cells = new Grouping(List.of(), form.calls(), null);
    this.run = run;
  }

  /** Takes in a row of the search. */
  void add(FieldValue rowValue, Row row) {
    for (FieldValue place : rowValue.members()) {
      FieldValue split = form.split() == null ? null : row.get(form.split());
      if (split != null) {
        split.members().forEach(member -> add(place, member.text(), row));
      } else if (form.split() == null) {
        add(place, ONLY_SERIES, row);
      } else if (!form.missing().isEmpty()) {
        hasMissing = true;
        add(place, form.missing(), row);
      }
    }
  }

  private void add(FieldValue place, String name, Row row) {
    List<Accumulator> cell =
        rows.computeIfAbsent(new GroupKey(List.of(place)), key -> new HashMap<>())
            .computeIfAbsent(name, key -> cells.start());
    cells.add(cell, row, run);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The values of the row field, numbers first and as numbers. */
  List<FieldValue> places() {
    return rows.keySet().stream()
        .map(key -> key.values().get(0))
        .sorted(
            Comparator.comparing((FieldValue value) -> !value.isNumeric())
                .thenComparing(value -> value.isNumeric() ? value.number() : 0)
                .thenComparing(FieldValue::text, KeyOrder::compareBytes))
        .toList();
  }

  /** Chooses the series that are shown; nothing may be added behind this. */
  void settle() {
    Map<String, Double> totals = new TreeMap<>(KeyOrder::compareBytes);
    for (Map<String, List<Accumulator>> row : rows.values()) {
      row.forEach((name, cell) -> totals.merge(name, weight(cell), Double::sum));
    }
    if (hasMissing) {
      totals.remove(form.missing());
    }
    List<String> ranked = new ArrayList<>(totals.keySet());
    Comparator<String> order = Comparator.comparingDouble(name -> totals.getOrDefault(name, 0.0));
    ranked.sort(form.isTop() ? order.reversed() : order);
    boolean isCut = form.split() != null && form.limit() > 0 && ranked.size() > form.limit();
    Set<String> shown = new TreeSet<>(KeyOrder::compareBytes);
    shown.addAll(isCut ? ranked.subList(0, form.limit()) : ranked);
    series = form.split() == null ? List.of(ONLY_SERIES) : List.copyOf(shown);
    hasOther = isCut && !form.other().isEmpty();
  }

  private double weight(List<Accumulator> cell) {
    FieldValue result = cell.get(0).result();
    return result == null ? 0 : result.isNumeric() ? result.number() : 1;
  }

  /**
   * A row of the chart; {@link #settle} comes before.
   *
   * @param seconds length of the row's bucket of time, 0 where it is none
   */
  Row row(FieldValue place, double seconds) {
    Map<String, List<Accumulator>> found =
        rows.getOrDefault(new GroupKey(List.of(place)), Map.of());
    Row row = new Row().set(form.rowField(), place);
    for (int i = 0; i < form.calls().size(); i++) {
      for (String name : series) {
        write(row, i, name, found.get(name), seconds);
      }
      if (hasMissing && !series.contains(form.missing())) {
        write(row, i, form.missing(), found.get(form.missing()), seconds);
      }
      if (hasOther) {
        row.set(form.column(form.calls().get(i), form.other()), others(found, i, seconds));
      }
    }
    return row;
  }

  private void write(
      Row row, int place, String name, @Nullable List<Accumulator> cell, double seconds) {
    AggregateCall call = form.calls().get(place);
    Accumulator accumulator = cell == null ? call.start() : cell.get(place);
    row.set(form.column(call, name), scaled(accumulator.result(), call, seconds));
  }

  /** All series that are not shown as one; NULL where the order of the rows would matter. */
  private @Nullable FieldValue others(
      Map<String, List<Accumulator>> found, int place, double seconds) {
    AggregateCall call = form.calls().get(place);
    if (call.aggregation().isOrderSensitive()) {
      return null;
    }
    Accumulator sum = call.start();
    found.forEach(
        (name, cell) -> {
          boolean isMissing = hasMissing && name.equals(form.missing());
          if (!isMissing && !series.contains(name)) {
            sum.merge(cell.get(place).partial());
          }
        });
    return scaled(sum.result(), call, seconds);
  }

  private static @Nullable FieldValue scaled(
      @Nullable FieldValue result, AggregateCall call, double seconds) {
    long per = call.aggregation().perSeconds();
    return result == null || per == 0 || seconds == 0
        ? result
        : FieldValue.of(result.number() * per / seconds);
  }
}
