package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.List;

/**
 * {@code validate(condition, value, ...)}: the value of the first condition that is false, else
 * NULL. Rule S-133.
 */
public final class Validate implements EvalFunction {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    if (arguments.size() % 2 != 0) {
      throw new SplException(
          Diagnostic.error(
                  call.span(),
                  "validate needs pairs of a condition and a value, not "
                      + arguments.size()
                      + " arguments")
              .withRule("S-133"));
    }
    Evaluator[] parts = arguments.toArray(new Evaluator[0]);
    return (fields, run) -> {
      for (int i = 0; i < parts.length; i += 2) {
        if (parts[i].evaluate(fields, run) == BooleanValue.FALSE) {
          return parts[i + 1].evaluate(fields, run);
        }
      }
      return null;
    };
  }
}
