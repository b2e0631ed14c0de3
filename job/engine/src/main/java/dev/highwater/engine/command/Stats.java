package dev.highwater.engine.command;

import dev.highwater.engine.plan.AggregateCall;
import dev.highwater.engine.plan.Grouping;
import dev.highwater.engine.plan.GroupingStage;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code stats aggregates [BY fields]}: one row for each group. {@code delim} and {@code
 * partitions} change nothing (S-218). Rules S-200..S-218.
 */
public final class Stats implements SearchCommand {

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options =
        new CommandOptions(
            arguments,
            name(),
            List.of("allnum", "delim", "partitions", "dedup_splitvals"),
            List.of());
    options.read();
    AggregateReader reader = new AggregateReader(arguments, context, AggregateReader.Dialect.STATS);
    List<AggregateCall> calls = reader.readUpTo("by");
    options.read();
    List<String> by = reader.byClause();
    options.read();
    arguments.expectEnd();
    if (options.isTrue("allnum", false)) {
      calls = calls.stream().map(AggregateCall::ofNumbersOnly).toList();
    }
    requireNumber(options.word("partitions"), arguments);
    boolean isDistinct = options.isTrue("dedup_splitvals", false);
    return List.of(
        calls.stream().anyMatch(AggregateCall::isPattern)
            ? new PatternStats(by, calls, isDistinct)
            : new GroupingStage(new Grouping(by, calls, null, null, isDistinct)));
  }

  private static void requireNumber(@Nullable Word partitions, ArgumentReader arguments) {
    if (partitions != null && !partitions.text().matches("\\d+")) {
      throw arguments.error(
          partitions.span(), "partitions must be a whole number, not '" + partitions.text() + "'");
    }
  }
}
