package dev.highwater.engine.compile;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** AND, OR and XOR with NULL as the unknown (S-103). What is no Boolean counts as NULL. */
final class Logic {

  private Logic() {}

  static @Nullable BooleanValue and(
      Evaluator left, Evaluator right, Fields fields, RunContext run) {
    BooleanValue a = truth(left.evaluate(fields, run));
    if (a == BooleanValue.FALSE) {
      return a;
    }
    BooleanValue b = truth(right.evaluate(fields, run));
    return b == BooleanValue.FALSE ? b : a == null ? null : b;
  }

  static @Nullable BooleanValue or(Evaluator left, Evaluator right, Fields fields, RunContext run) {
    BooleanValue a = truth(left.evaluate(fields, run));
    if (a == BooleanValue.TRUE) {
      return a;
    }
    BooleanValue b = truth(right.evaluate(fields, run));
    return b == BooleanValue.TRUE ? b : a == null ? null : b;
  }

  static @Nullable BooleanValue xor(
      Evaluator left, Evaluator right, Fields fields, RunContext run) {
    BooleanValue a = truth(left.evaluate(fields, run));
    BooleanValue b = truth(right.evaluate(fields, run));
    return a == null || b == null ? null : BooleanValue.of(a != b);
  }

  private static @Nullable BooleanValue truth(@Nullable FieldValue value) {
    return value instanceof BooleanValue truth ? truth : null;
  }
}
