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

/**
 * {@code printf(format, a, b, ...)}: as C's function. NULL when a value is NULL, missing, or no
 * number where one is asked for. Rules S-142, S-956.
 */
public final class PrintF implements EvalFunction {

  @Override
  public String name() {
    return "printf";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(1);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Expression written = call.arguments().get(0);
    String literal = LiteralArgument.text(written);
    FormatText fixed = literal == null ? null : FormatText.parse(literal);
    if (literal != null && fixed == null) {
      throw new SplException(
          Diagnostic.error(written.span(), "bad format \"" + literal + '"')
              .withHint(
                  "A conversion is %[flags][width][.precision] and one of aAcdeEfFgGiopsuxXz%")
              .withRule("S-142"));
    }
    return (fields, run) -> {
      FieldValue text = arguments.get(0).evaluate(fields, run);
      FormatText format = fixed != null || text == null ? fixed : FormatText.parse(text.text());
      return format == null
          ? null
          : format.apply(
              arguments.subList(1, arguments.size()).stream()
                  .map(argument -> argument.evaluate(fields, run))
                  .iterator());
    };
  }
}
