package dev.highwater.engine.function.informational;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.function.LiteralArgument;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code typeof(x)}: {@code Number}, {@code String}, {@code Bool}, {@code Multivalue}, or {@code
 * Invalid} for NULL. Rules S-100, S-954.
 */
public final class TypeOf implements EvalFunction {

  @Override
  public String name() {
    return "typeof";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator argument = arguments.get(0);
    boolean isQuoted = LiteralArgument.text(call.arguments().get(0)) != null;
    return (fields, run) -> FieldValue.of(kind(argument.evaluate(fields, run), isQuoted));
  }

  private static String kind(@Nullable FieldValue value, boolean isQuoted) {
    if (value == null) {
      return "Invalid";
    } else if (value instanceof BooleanValue) {
      return "Bool";
    } else if (value instanceof MultiValue) {
      return "Multivalue";
    }
    return value.isNumeric() && !isQuoted ? "Number" : "String";
  }
}
