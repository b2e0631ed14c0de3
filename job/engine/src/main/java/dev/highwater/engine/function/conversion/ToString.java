package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.LiteralArgument;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tostring(x[, "binary" | "commas" | "duration" | "hex"])}: a value as text. Formats are for
 * numbers; a Boolean is {@code True} or {@code False}. Rules S-141, S-955.
 */
public final class ToString implements EvalFunction {

  @Override
  public String name() {
    return "tostring";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator argument = arguments.get(0);
    boolean isQuoted = LiteralArgument.text(call.arguments().get(0)) != null;
    if (arguments.size() == 1 || isQuoted) {
      return (fields, run) -> NumberFormat.PLAIN.textOf(argument.evaluate(fields, run));
    }
    NumberFormat fixed = fixed(call.arguments().get(1));
    Evaluator format = arguments.get(1);
    return (fields, run) -> {
      FieldValue value = argument.evaluate(fields, run);
      FieldValue name = fixed == null ? format.evaluate(fields, run) : null;
      NumberFormat chosen = fixed != null || name == null ? fixed : NumberFormat.named(name.text());
      return chosen == null ? null : chosen.textOf(value);
    };
  }

  private static @Nullable NumberFormat fixed(Expression format) {
    String name = LiteralArgument.text(format);
    if (name == null) {
      return null;
    }
    NumberFormat found = NumberFormat.named(name);
    if (found == null) {
      throw new SplException(
          Diagnostic.error(format.span(), "unknown format \"" + name + '"')
              .withHint("Formats are \"binary\", \"commas\", \"duration\" and \"hex\"")
              .withRule("S-141"));
    }
    return found;
  }
}
