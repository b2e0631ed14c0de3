package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code if(condition, a, b)}: a when the condition is true, else b, also when it is NULL. Rule
 * S-130.
 */
public final class If implements EvalFunction {

  @Override
  public String name() {
    return "if";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(3);
  }

  @Override
  public List<Expression> passes(List<Expression> arguments) {
    return arguments.subList(1, 3);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator condition = arguments.get(0);
    Evaluator whenTrue = arguments.get(1);
    Evaluator otherwise = arguments.get(2);
    return (fields, run) ->
        (condition.evaluate(fields, run) == BooleanValue.TRUE ? whenTrue : otherwise)
            .evaluate(fields, run);
  }
}
