package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.TextValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code isnum(x)}: whether x is a number; false for NULL. A literal in quotes is not one, a field
 * that says {@code NaN} is. Rule S-165.
 */
public final class IsNum implements EvalFunction {

  @Override
  public String name() {
    return "isnum";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator argument = arguments.get(0);
    boolean isQuoted =
        call.arguments().get(0) instanceof Expression.Literal literal
            && literal.value() instanceof TextValue;
    return (fields, run) -> {
      FieldValue value = argument.evaluate(fields, run);
      return BooleanValue.of(
          value != null && !isQuoted && (value.isNumeric() || value.text().equals("NaN")));
    };
  }
}
