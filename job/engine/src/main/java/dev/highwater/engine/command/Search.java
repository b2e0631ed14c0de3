package dev.highwater.engine.command;

import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionPrinter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code search expression} behind a pipe: keeps the rows that the expression is true for. Rules
 * S-001..S-024.
 */
public final class Search implements SearchCommand {

  @Override
  public String name() {
    return "search";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SearchExpression expression = arguments.searchExpression();
    arguments.expectEnd();
    return List.of(new SearchStage(expression, context.predicate(expression)));
  }

  private record SearchStage(SearchExpression expression, RowPredicate predicate) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(predicate.reads());
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public String describe() {
      return "search " + SearchExpressionPrinter.print(expression);
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new EachRow(downstream, predicate::matches);
    }
  }
}
