package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code coalesce(a, b, ...)}: the first value that is not NULL; empty text is a value. Rule S-132.
 */
public final class Coalesce implements EvalFunction {

  @Override
  public String name() {
    return "coalesce";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public List<Expression> passes(List<Expression> arguments) {
    return arguments;
  }

  @Override
  public boolean isForMissing() {
    return true;
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator[] choices = arguments.toArray(new Evaluator[0]);
    return (fields, run) -> {
      for (Evaluator choice : choices) {
        FieldValue value = choice.evaluate(fields, run);
        if (value != null) {
          return value;
        }
      }
      return null;
    };
  }
}
