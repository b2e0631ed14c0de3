package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.LiteralArgument;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tonumber(x[, base])}: the number that a text spells, to base 10 unless said; NULL for a
 * value that spells none, an error for such a literal. Rule S-140.
 */
public final class ToNumber implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "tonumber";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public boolean isNumber() {
    return true;
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Expression written = call.arguments().get(0);
    String text = LiteralArgument.text(written);
    double base = call.arguments().size() == 1 ? 10 : literalBase(call.arguments().get(1));
    if (text != null && !Double.isNaN(base) && Double.isNaN(BasedNumber.parse(text, base))) {
      throw new SplException(
          Diagnostic.error(written.span(), "the text \"" + text + "\" is no number")
              .withRule("S-140"));
    }
    return OfValues.super.bind(call, arguments, context);
  }

  /** The base where it is written as a number, else {@code NaN}. */
  private static double literalBase(Expression base) {
    return base instanceof Expression.Literal literal ? literal.value().number() : Double.NaN;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return BasedNumber.convert(arguments, number -> number);
  }
}
