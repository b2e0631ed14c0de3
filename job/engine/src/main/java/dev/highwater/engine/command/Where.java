package dev.highwater.engine.command;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.ValueGrowth;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code where condition}: keeps the rows for which an eval condition is true; NULL is not true.
 * Rules S-100, S-101, S-120.
 */
public final class Where implements SearchCommand {

  @Override
  public String name() {
    return "where";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Expression expression = arguments.expression();
    arguments.expectEnd();
    Evaluator evaluator = context.evaluator(expression);
    if (isValue(expression, context)) {
      throw new SplException(
          Diagnostic.error(expression.span(), "where needs a condition, not a value")
              .withHint("Compare it with something, or write isnotnull(field)")
              .withRule("S-101"));
    }
    return List.of(
        new WhereStage(
            expression,
            evaluator,
            context.reads(expression),
            context.expects(expression),
            context.needsRun(expression),
            context.growth(expression)));
  }

  /** A call may be true or false without being known to be: {@code if(a=1, true(), b>2)}. */
  static boolean isValue(Expression expression, PlanContext context) {
    return !(expression instanceof Expression.Call) && !context.isCondition(expression);
  }

  private record WhereStage(
      Expression condition,
      Evaluator evaluator,
      FieldSet fields,
      FieldSet expects,
      boolean needsRun,
      ValueGrowth growth)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      return evaluator.evaluate(row, run) == BooleanValue.TRUE;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(fields);
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public boolean dropsRows() {
      return true;
    }

    @Override
    public @Nullable RowGrowth growth(RowGrowth before) {
      return growth.in(before).staysTrue() ? before : null;
    }

    @Override
    public String describe() {
      return "where " + ExpressionPrinter.print(condition);
    }
  }
}
