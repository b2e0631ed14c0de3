package dev.highwater.engine.function.conditional;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.List;

/** Conditions, each with the value that it chooses. */
final class ConditionPairs {

  private ConditionPairs() {}

  /**
   * The value of the first condition that is {@code wanted}, else NULL.
   *
   * @param rule what says so
   * @throws SplException for a condition without a value
   */
  static Evaluator first(
      BooleanValue wanted, Expression.Call call, List<Evaluator> arguments, String rule) {
    if (arguments.size() % 2 != 0) {
      throw new SplException(
          Diagnostic.error(
                  call.span(),
                  call.function()
                      + " needs pairs of a condition and a value, not "
                      + arguments.size()
                      + " arguments")
              .withRule(rule));
    }
    Evaluator[] parts = arguments.toArray(new Evaluator[0]);
    return (fields, run) -> {
      for (int i = 0; i < parts.length; i += 2) {
        if (parts[i].evaluate(fields, run) == wanted) {
          return parts[i + 1].evaluate(fields, run);
        }
      }
      return null;
    };
  }
}
