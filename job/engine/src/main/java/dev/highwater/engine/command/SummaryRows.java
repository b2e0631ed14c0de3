package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tstats} and {@code mstats} do with their rows: {@code prestats=true} leaves
 * aggregates in part for a command behind it, {@code append=true} puts such rows behind those that
 * there are (S-262).
 *
 * @param isInPart whether aggregates are left in part
 */
record SummaryRows(boolean isInPart, boolean isAppended) {

  private static final String[] CLAUSES = {"from", "where", "by", "groupby"};

  /** The aggregates, with options before, between and behind them. */
  static List<AggregateCall> calls(
      AggregateReader reader, CommandOptions options, ArgumentReader arguments) {
    List<AggregateCall> calls = new ArrayList<>();
    options.read();
    do {
      calls.addAll(reader.readUpTo(CLAUSES));
      options.read();
    } while (!arguments.isAtEnd() && !isClause(arguments));
    return calls;
  }

  private static boolean isClause(ArgumentReader arguments) {
    for (String keyword : CLAUSES) {
      if (arguments.peekKeyword(keyword)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Checks what the options ask for.
   *
   * @throws SplException for rows that are to be appended whole, and for a command that makes rows
   *     behind a pipe
   */
  static SummaryRows of(
      CommandOptions options, SourceSpan place, ArgumentReader arguments, PlanContext context) {
    boolean isInPart = options.isTrue("prestats", false);
    boolean isAppended = options.isTrue("append", false);
    if (isAppended && !isInPart) {
      throw new SplException(
          Diagnostic.error(place, "append=true needs prestats=true").withRule("S-262"));
    }
    if (!context.isFirst() && !isAppended) {
      throw arguments.error(
          place, options.command() + " makes rows: behind a pipe it must say append=true");
    }
    return new SummaryRows(isInPart, isAppended && !context.isFirst());
  }

  /** The steps, the scan first and an aggregation behind it, as the options want them. */
  List<Stage> of(Stage scan, GroupingStage aggregation) {
    List<Stage> stages =
        List.of(scan, isInPart ? new GroupingStage(aggregation.grouping().inPart()) : aggregation);
    return isAppended ? List.of(new Appended(new LogicalPlan(stages))) : stages;
  }

  /** The rows of a search of its own behind the others. */
  private record Appended(LogicalPlan search) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return List.of(search);
    }

    @Override
    public String describe() {
      String own = search.describe(); // begins as a search does that makes rows: | tstats ...
      int behindName = own.indexOf(' ', 2);
      return own.substring(2, behindName) + " append=true" + own.substring(behindName);
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new BeforeEnd(
          downstream,
          () -> {
            List<Row> rows = run.resources().rowsOf(search);
            rows.forEach(downstream::accept);
          });
    }
  }
}
