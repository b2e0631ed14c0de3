package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupKey;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code stats values(*) as * by x}: aggregates of whatever fields the rows turn out to have
 * (S-216).
 */
record PatternStats(List<String> by, List<AggregateCall> calls, boolean isDistinct)
    implements Stage {

  @Override
  public CommandType type() {
    return CommandType.TRANSFORMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return FieldSet.ALL;
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
    return calls.stream().anyMatch(AggregateCall::isOrderSensitive);
  }

  @Override
  public String describe() {
    return "stats " + new Grouping(by, calls, null, null, isDistinct).describe();
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    return new Groups(this, downstream, run);
  }

  /**
   * The aggregates of fields that have these names, in written order, those of one pattern in the
   * order of bytes. By-fields are left out, and internal ones unless the pattern begins as they do.
   */
  static List<AggregateCall> expand(
      List<AggregateCall> calls, List<String> by, Set<String> fields) {
    List<AggregateCall> expanded = new ArrayList<>();
    List<String> sorted = fields.stream().sorted().toList();
    for (AggregateCall call : calls) {
      if (!call.isPattern()) {
        expanded.add(call);
        continue;
      }
      for (String field : sorted) {
        AggregateCall one = isMeant(call, by, field) ? call.of(field) : null;
        if (one != null) {
          expanded.add(one);
        }
      }
    }
    return expanded;
  }

  private static boolean isMeant(AggregateCall call, List<String> by, String field) {
    boolean isInternal = field.startsWith("_");
    boolean asksForInternal = call.argument() != null && call.argument().text().startsWith("_");
    return !by.contains(field) && (!isInternal || asksForInternal);
  }

  /** A column of the result: an aggregate and where it stands among the calls. */
  private record Column(int place, AggregateCall call) {}

  private static final class Groups implements RowSink {
    private final PatternStats stage;
    private final Grouping keys;
    private final RowSink downstream;
    private final RunContext run;
    private final Set<String> seen = new HashSet<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<GroupKey, List<Accumulator>> groups = new HashMap<>();

    Groups(PatternStats stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.keys = new Grouping(stage.by, List.of(), null, null, stage.isDistinct);
      this.downstream = downstream;
      this.run = run;
      if (stage.by.isEmpty()) {
        groups.put(new GroupKey(List.of()), new ArrayList<>());
      }
      addColumns(Set.of(), call -> !call.isPattern());
    }

    private void addColumns(Set<String> fields, Predicate<AggregateCall> isMeant) {
      for (int i = 0; i < stage.calls.size(); i++) {
        AggregateCall call = stage.calls.get(i);
        if (isMeant.test(call)) {
          int place = i;
          expand(List.of(call), stage.by, fields)
              .forEach(each -> columns.add(new Column(place, each)));
        }
      }
    }

    @Override
    public void accept(Row row) {
      for (String name : row.names()) {
        if (seen.add(name)) {
          addColumns(Set.of(name), AggregateCall::isPattern);
        }
      }
      keys.keysOf(row, key -> add(key, row));
    }

    private void add(List<FieldValue> key, Row row) {
      List<Accumulator> accumulators =
          completed(groups.computeIfAbsent(new GroupKey(key), k -> new ArrayList<>()));
      for (int i = 0; i < accumulators.size(); i++) {
        accumulators.get(i).add(columns.get(i).call().valueOf(row, run), row);
      }
    }

    /** With an accumulator for each column known by now. */
    private List<Accumulator> completed(List<Accumulator> accumulators) {
      while (accumulators.size() < columns.size()) {
        accumulators.add(columns.get(accumulators.size()).call().start());
      }
      return accumulators;
    }

    @Override
    public void finish() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        order.add(i);
      }
      order.sort(
          Comparator.comparingInt((Integer i) -> columns.get(i).place())
              .thenComparing(i -> columns.get(i).call().outputName()));
      List<GroupKey> sorted = new ArrayList<>(groups.keySet());
      sorted.sort(Comparator.comparing(GroupKey::values, keys.order()));
      for (GroupKey key : sorted) {
        Row row = row(key, completed(groups.getOrDefault(key, new ArrayList<>())), order);
        if (!row.names().isEmpty()) {
          downstream.accept(row);
        }
      }
      downstream.finish();
    }

    private Row row(GroupKey key, List<Accumulator> accumulators, List<Integer> order) {
      Row row = keys.row(key.values(), List.of());
      for (int column : order) {
        row.set(columns.get(column).call().outputName(), accumulators.get(column).result());
      }
      return row;
    }
  }
}
