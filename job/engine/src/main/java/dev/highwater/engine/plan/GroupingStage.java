package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates all rows by fields; rows come out ascending by the by-fields, compared as bytes
 * (S-204).
 */
public record GroupingStage(Grouping grouping) implements Stage {

  @Override
  public CommandType type() {
    return CommandType.TRANSFORMING;
  }

  @Override
  public FieldSet reads(FieldSet wanted) {
    return grouping.reads();
  }

  @Override
  public @Nullable String carries(String name) {
    return grouping.by().contains(name) ? name : null;
  }

  @Override
  public boolean givesRowsWithoutInput() {
    return grouping.by().isEmpty();
  }

  @Override
  public boolean isOrderSensitive() {
    return grouping.calls().stream().anyMatch(call -> call.aggregation().isOrderSensitive());
  }

  @Override
  public String describe() {
    String calls =
        grouping.calls().stream().map(AggregateCall::describe).collect(Collectors.joining(" "));
    String by = grouping.by().isEmpty() ? "" : " by " + String.join(" ", grouping.by());
    String fill = grouping.fillNull() == null ? "" : " fillnull_value=" + grouping.fillNull();
    return "aggregate " + calls + by + fill;
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    return new Groups(grouping, downstream, run);
  }

  private static final class Groups implements RowSink {
    private final Grouping grouping;
    private final RowSink downstream;
    private final RunContext run;
    private final TreeMap<List<FieldValue>, List<Accumulator>> groups =
        new TreeMap<>(KeyOrder.BY_BYTES);

    Groups(Grouping grouping, RowSink downstream, RunContext run) {
      this.grouping = grouping;
      this.downstream = downstream;
      this.run = run;
      if (grouping.by().isEmpty()) {
        groups.put(List.of(), grouping.start());
      }
    }

    @Override
    public void accept(Row row) {
      grouping.keysOf(
          row, key -> grouping.add(groups.computeIfAbsent(key, k -> grouping.start()), row, run));
    }

    @Override
    public void finish() {
      groups.forEach((key, accumulators) -> downstream.accept(grouping.row(key, accumulators)));
      downstream.finish();
    }
  }
}
