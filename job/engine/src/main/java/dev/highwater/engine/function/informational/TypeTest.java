package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.LiteralArgument;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** A test of what a value is; false for NULL. */
interface TypeTest extends EvalFunction {

  /**
   * Whether a value passes.
   *
   * @param isQuoted whether it is a literal in quotes, which is text whatever it says (S-165)
   */
  boolean test(FieldValue value, boolean isQuoted);

  @Override
  default Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  default boolean isCondition() {
    return true;
  }

  @Override
  default Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator argument = arguments.get(0);
    boolean isQuoted = LiteralArgument.text(call.arguments().get(0)) != null;
    return (fields, run) -> {
      FieldValue value = argument.evaluate(fields, run);
      return BooleanValue.of(value != null && test(value, isQuoted));
    };
  }
}
