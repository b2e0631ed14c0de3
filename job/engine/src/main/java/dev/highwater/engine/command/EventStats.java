package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupTable;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code eventstats aggregates [BY fields]}: gives every row the aggregates of its group; rows keep
 * their order. A row in several groups gets those of the first (S-969). Rule S-217.
 */
public final class EventStats implements SearchCommand {

  @Override
  public String name() {
    return "eventstats";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options = new CommandOptions(arguments, name(), List.of("allnum"), List.of());
    options.read();
    AggregateReader reader = new AggregateReader(arguments, context, AggregateReader.Dialect.STATS);
    List<AggregateCall> calls = reader.readUpTo("by");
    List<String> by = reader.byClause();
    options.read();
    arguments.expectEnd();
    if (options.isTrue("allnum", false)) {
      calls = calls.stream().map(AggregateCall::ofNumbersOnly).toList();
    }
    return List.of(new EventStatsStage(new Grouping(by, List.of(), null), calls));
  }

  /**
   * The running command.
   *
   * @param keys the by-fields
   */
  private record EventStatsStage(Grouping keys, List<AggregateCall> calls) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      FieldSet reads = wanted.and(keys.reads());
      for (AggregateCall call : calls) {
        reads = reads.and(call.reads());
      }
      return reads;
    }

    @Override
    public @Nullable String carries(String name) {
      boolean isWritten =
          calls.stream().anyMatch(call -> call.isPattern() || call.outputName().equals(name));
      return isWritten && !keys.by().contains(name) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return calls.stream().anyMatch(AggregateCall::isPattern)
          ? FieldSet.ALL
          : before.and(
              FieldSet.of(
                  calls.stream().map(AggregateCall::outputName).collect(Collectors.toSet())));
    }

    @Override
    public FieldSet partitionsBy() {
      return FieldSet.of(Set.copyOf(keys.by()));
    }

    @Override
    public boolean isOrderSensitive() {
      return calls.stream().anyMatch(AggregateCall::isOrderSensitive);
    }

    @Override
    public String describe() {
      return "eventstats " + new Grouping(keys.by(), calls, null).describe();
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new Rows(this, downstream, run);
    }
  }

  private static final class Rows implements RowSink {
    private final EventStatsStage stage;
    private final RowSink downstream;
    private final RunContext run;
    private final HeldRows rows;

    Rows(EventStatsStage stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.downstream = downstream;
      this.run = run;
      this.rows = new HeldRows(run);
    }

    @Override
    public void accept(Row row) {
      rows.add(row);
    }

    @Override
    public void finish() {
      Grouping grouping = new Grouping(stage.keys.by(), calls(), null);
      GroupTable table = new GroupTable(grouping, run);
      rows.forEach(table::add);
      IdentityHashMap<List<Accumulator>, Row> results = new IdentityHashMap<>();
      for (Row row : rows) {
        List<FieldValue> key = grouping.firstKeyOf(row);
        if (key != null) {
          Row result = results.computeIfAbsent(table.group(key), group -> grouping.row(key, group));
          grouping.calls().forEach(call -> copy(call.outputName(), result, row));
        }
        downstream.accept(row);
      }
      rows.letGo();
      downstream.finish();
    }

    private static void copy(String name, Row from, Row to) {
      to.set(name, from.get(name));
    }

    private List<AggregateCall> calls() {
      if (stage.calls.stream().noneMatch(AggregateCall::isPattern)) {
        return stage.calls;
      }
      Set<String> fields = new LinkedHashSet<>();
      rows.forEach(row -> fields.addAll(row.names()));
      return PatternStats.expand(stage.calls, stage.keys.by(), fields);
    }
  }
}
