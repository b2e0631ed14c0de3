package dev.highwater.engine.function.time;

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
import dev.highwater.engine.time.RelativeTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code relative_time(seconds, specifier)}: a time moved and snapped as a time specifier says, in
 * the zone of the search. Rules S-162, S-400.
 */
public final class RelativeTimeFunction implements EvalFunction {

  @Override
  public String name() {
    return "relative_time";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator seconds = arguments.get(0);
    Evaluator specifier = arguments.get(1);
    RelativeTime fixed = fixed(call.arguments().get(1));
    return (fields, run) -> {
      FieldValue base = seconds.evaluate(fields, run);
      FieldValue text = specifier.evaluate(fields, run);
      RelativeTime relative = fixed == null ? parsed(text) : fixed;
      return base == null || relative == null ? null : moved(base, relative, run);
    };
  }

  private static @Nullable RelativeTime fixed(Expression specifier) {
    String text = LiteralArgument.text(specifier);
    try {
      return text == null ? null : RelativeTime.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SplException(
          Diagnostic.error(specifier.span(), String.valueOf(e.getMessage())).withRule("S-162"));
    }
  }

  private static @Nullable RelativeTime parsed(@Nullable FieldValue text) {
    try {
      return text == null ? null : RelativeTime.parse(text.text());
    } catch (IllegalArgumentException e) {
      return null; // a row's own text is no error of the search
    }
  }

  private static @Nullable FieldValue moved(
      FieldValue seconds, RelativeTime relative, RunContext run) {
    Instant base = EpochSeconds.instant(seconds);
    try {
      return base == null
          ? null
          : FieldValue.of(relative.apply(base.toEpochMilli(), run.zone()) / 1000.0);
    } catch (DateTimeException | ArithmeticException e) {
      return null; // beyond the years that a calendar has
    }
  }
}
