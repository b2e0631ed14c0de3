package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.ValueComparison;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code in(x, a, b, ...)}: as {@code x IN (a, b, ...)}. Rules S-122, S-136. */
public final class In implements EvalFunction {

  @Override
  public String name() {
    return "in";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(2);
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator operand = arguments.get(0);
    List<Evaluator> members = List.copyOf(arguments.subList(1, arguments.size()));
    return (fields, run) -> {
      FieldValue value = operand.evaluate(fields, run);
      return value == null ? null : ValueComparison.isAmong(value, members, fields, run);
    };
  }
}
