package dev.highwater.engine.cim;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionFields;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field that an eval expression gives. */
record EvalCalculation(String field, Expression expression, Evaluator evaluator)
    implements Calculation {

  @Override
  public Set<String> reads() {
    return ExpressionFields.of(expression);
  }

  @Override
  public @Nullable FieldValue value(Fields earlier, RunContext context) {
    return evaluator.evaluate(earlier, context);
  }

  @Override
  public Optional<Set<String>> literalsInRaw(String literal, LiteralTracing.Origins earlier) {
    return LiteralTracing.trace(expression, literal, earlier);
  }
}
