package dev.highwater.engine.function;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arguments of functions on numbers. */
public final class NumericArguments {

  private NumericArguments() {}

  /**
   * Checks that no argument is a text in quotes: fields that hold numbers are converted, literals
   * are not (S-107).
   */
  public static void requireNoText(Expression.Call call) {
    for (Expression argument : call.arguments()) {
      String text = LiteralArgument.text(argument);
      if (text != null) {
        throw new SplException(
            Diagnostic.error(
                    argument.span(),
                    call.function() + " takes numbers, not the text \"" + text + '"')
                .withHint("Write tonumber(\"" + text + "\"), or the number without quotes")
                .withRule("S-107"));
      }
    }
  }

  /** The number as a value; NULL for what is none or has no end (S-167). */
  public static @Nullable FieldValue finite(double number) {
    return Double.isNaN(number) || Double.isInfinite(number) ? null : FieldValue.of(number);
  }

  /** The numbers among the values and the values of multivalues (S-107, S-168). */
  public static double[] among(List<Evaluator> arguments, Fields fields, RunContext run) {
    return arguments.stream()
        .map(argument -> argument.evaluate(fields, run))
        .flatMap(value -> value == null ? Stream.empty() : value.members().stream())
        .mapToDouble(FieldValue::number)
        .filter(number -> !Double.isNaN(number))
        .toArray();
  }
}
