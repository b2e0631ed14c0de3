package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code case(condition, value, ...)}: the value of the first true condition, else NULL. Rule
 * S-131.
 */
public final class Case implements EvalFunction {

  @Override
  public String name() {
    return "case";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(2);
  }

  @Override
  public List<Expression> passes(List<Expression> arguments) {
    return IntStream.range(0, arguments.size() / 2)
        .mapToObj(i -> arguments.get(2 * i + 1))
        .toList();
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    return ConditionPairs.first(BooleanValue.TRUE, call, arguments, "S-131");
  }
}
