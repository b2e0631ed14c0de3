package dev.highwater.engine.plan;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** How values compare: as numbers when both read as numbers, else as text (S-105, S-106). */
public final class ValueComparison {

  private ValueComparison() {}

  /** Equality of single values; the case of text counts. */
  public static boolean isEqual(FieldValue left, FieldValue right) {
    double a = left.number();
    double b = right.number();
    return (Double.isNaN(a) || Double.isNaN(b)) ? left.text().equals(right.text()) : a == b;
  }

  /** The order of single values, text in byte order (S-010). */
  public static int compare(FieldValue left, FieldValue right) {
    double a = left.number();
    double b = right.number();
    return Double.isNaN(a) || Double.isNaN(b)
        ? KeyOrder.compareBytes(left.text(), right.text())
        : Double.compare(a, b);
  }

  /** Whether a test of single values holds for any value of a multivalue (S-950). */
  public static boolean holdsForAny(
      FieldValue left, FieldValue right, BiPredicate<FieldValue, FieldValue> test) {
    if (!(left instanceof MultiValue) && !(right instanceof MultiValue)) {
      return test.test(left, right);
    }
    return left.members().stream()
        .anyMatch(a -> right.members().stream().anyMatch(b -> test.test(a, b)));
  }

  /**
   * Whether the value equals any of the members; NULL when it does not and a member is NULL (S-103,
   * S-122).
   */
  public static @Nullable BooleanValue isAmong(
      FieldValue value, List<Evaluator> members, Fields fields, RunContext run) {
    @Nullable BooleanValue otherwise = BooleanValue.FALSE;
    for (Evaluator member : members) {
      FieldValue candidate = member.evaluate(fields, run);
      if (candidate == null) {
        otherwise = null;
      } else if (holdsForAny(value, candidate, ValueComparison::isEqual)) {
        return BooleanValue.TRUE;
      }
    }
    return otherwise;
  }
}
