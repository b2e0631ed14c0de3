package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.function.NumericArguments;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.time.RelativeTime;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvrange(start, end[, step])}: the numbers from start up to end, which is not one of them.
 * A step such as {@code "7d"} goes through the calendar of the search's zone. Rules S-157, S-951.
 */
public final class MvRange implements EvalFunction.OfValues {

  private static final int MOST_VALUES = 1_000_000;

  @Override
  public String name() {
    return "mvrange";
  }

  @Override
  public Arity arity() {
    return Arity.between(2, 3);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    double start = arguments[0].number();
    double end = arguments[1].number();
    if (NumericArguments.finite(start) == null || NumericArguments.finite(end) == null) {
      return null;
    }
    if (arguments.length == 2 || arguments[2].isNumeric()) {
      double step = arguments.length == 2 ? 1 : arguments[2].number();
      double count = Math.ceil((end - start) / step);
      return count > MOST_VALUES || !(count > 0) ? null : numbers(start, step, (int) count);
    }
    return times(start, end, arguments[2].text(), run);
  }

  private static @Nullable FieldValue numbers(double start, double step, int count) {
    List<FieldValue> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(FieldValue.of(start + i * step));
    }
    return MultiValue.of(values);
  }

  private static @Nullable FieldValue times(double start, double end, String span, RunContext run) {
    List<FieldValue> values = new ArrayList<>();
    try {
      RelativeTime step = RelativeTime.parse(span);
      long endMillis = (long) (end * 1000);
      long at = (long) (start * 1000);
      long before = Long.MIN_VALUE;
      while (at < endMillis && at > before && values.size() <= MOST_VALUES) {
        values.add(FieldValue.of(at / 1000.0));
        before = at;
        at = step.apply(at, run.zone());
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return null; // no span, or beyond the calendar
    }
    return values.size() > MOST_VALUES ? null : MultiValue.of(values);
  }
}
