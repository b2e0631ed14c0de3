package dev.highwater.engine.command;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.Option;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code head [N] [(condition)] [null=] [keeplast=]}: the first N rows, 10 without N and condition;
 * with a condition the rows before the first for which it is not true. Rule S-303.
 */
public final class Head implements SearchCommand {

  private static final long DEFAULT_LIMIT = 10;

  /** What is meant as one, right or wrong. */
  private static final Pattern NUMBER = Pattern.compile("[0-9].*|-[0-9]+");

  @Override
  public String name() {
    return "head";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    long limit = -1;
    Expression condition = null;
    boolean nullCounts = false;
    boolean keepsLast = false;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("limit", "null", "keeplast");
      if (option != null && option.name().equals("limit")) {
        limit = arguments.positiveInteger(option.value(), "limit");
      } else if (option != null && option.name().equals("null")) {
        nullCounts = arguments.bool(option.value());
      } else if (option != null) {
        keepsLast = arguments.bool(option.value());
      } else if (limit < 0 && isNumberNext(arguments)) {
        limit = arguments.positiveInteger("the limit");
      } else if (condition == null) {
        condition = condition(arguments, context);
      } else {
        arguments.expectEnd();
      }
    }
    if (limit < 0) {
      limit = condition == null ? DEFAULT_LIMIT : Long.MAX_VALUE;
    }
    Evaluator evaluator = condition == null ? null : context.evaluator(condition);
    FieldSet fields = condition == null ? FieldSet.NONE : context.reads(condition);
    FieldSet expects = condition == null ? FieldSet.NONE : context.expects(condition);
    return List.of(
        new HeadStage(limit, condition, evaluator, fields, expects, nullCounts, keepsLast));
  }

  private static Expression condition(ArgumentReader arguments, PlanContext context) {
    Expression expression = arguments.expression();
    if (Where.isValue(expression, context)) {
      throw arguments.error(expression.span(), "head needs a number or a condition, not a value");
    }
    return expression;
  }

  private static boolean isNumberNext(ArgumentReader arguments) {
    return NUMBER.matcher(arguments.here().text()).matches();
  }

  /**
   * The first rows.
   *
   * @param nullCounts whether NULL counts as true
   * @param keepsLast whether the row for which the condition is not true is the last one
   */
  private record HeadStage(
      long limit,
      @Nullable Expression condition,
      @Nullable Evaluator evaluator,
      FieldSet fields,
      FieldSet expects,
      boolean nullCounts,
      boolean keepsLast)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.CENTRALIZED_STREAMING;
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
    public String describe() {
      return "head"
          + (limit == Long.MAX_VALUE ? "" : " limit=" + limit)
          + (condition == null ? "" : " (" + ExpressionPrinter.print(condition) + ")")
          + (nullCounts ? " null=true" : "")
          + (keepsLast ? " keeplast=true" : "");
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new FirstRows(this, downstream, run);
    }

    boolean isMet(Row row, RunContext run) {
      if (evaluator == null) {
        return true;
      }
      FieldValue value = evaluator.evaluate(row, run);
      return value == null ? nullCounts : value == BooleanValue.TRUE;
    }
  }

  private static final class FirstRows implements RowSink {
    private final HeadStage stage;
    private final RowSink downstream;
    private final RunContext run;
    private long left;

    FirstRows(HeadStage stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.downstream = downstream;
      this.run = run;
      this.left = stage.limit();
    }

    @Override
    public void accept(Row row) {
      if (left <= 0) {
        return;
      }
      left--;
      boolean isMet = stage.isMet(row, run);
      if (isMet || stage.keepsLast()) {
        downstream.accept(row);
      }
      if (!isMet) {
        left = 0;
      }
    }

    @Override
    public void finish() {
      downstream.finish();
    }
  }
}
