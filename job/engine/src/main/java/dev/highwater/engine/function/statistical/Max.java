package dev.highwater.engine.function.statistical;

import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code max(a, b, ...)}: the greatest of all values, those of multivalues too. Numbers come before
 * texts. Rule S-168.
 */
public final class Max implements EvalFunction {

  @Override
  public String name() {
    return "max";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    return (fields, run) ->
        Values.best(
            arguments, fields, run, (candidate, best) -> Values.compare(candidate, best) > 0);
  }
}
