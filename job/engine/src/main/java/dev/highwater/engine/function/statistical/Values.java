package dev.highwater.engine.function.statistical;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ValueComparison;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Values of several arguments. */
final class Values {

  private Values() {}

  /** The order of {@code max} and {@code min}: numbers before texts (S-168). */
  static int compare(FieldValue left, FieldValue right) {
    return left.isNumeric() == right.isNumeric()
        ? ValueComparison.compare(left, right)
        : left.isNumeric() ? -1 : 1;
  }

  /** The value that no later one is better than; NULL where there is no value at all. */
  static @Nullable FieldValue best(
      List<Evaluator> arguments,
      Fields fields,
      RunContext run,
      BiPredicate<FieldValue, FieldValue> isBetter) {
    FieldValue best = null;
    for (Evaluator argument : arguments) {
      FieldValue value = argument.evaluate(fields, run);
      for (FieldValue member : value == null ? List.<FieldValue>of() : value.members()) {
        best = best == null || isBetter.test(member, best) ? member : best;
      }
    }
    return best;
  }
}
