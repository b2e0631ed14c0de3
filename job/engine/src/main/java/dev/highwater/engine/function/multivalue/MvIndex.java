package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvindex(x, start[, end])}: the values from an index to another, both included, the first
 * is 0, negative ones count from the end. NULL where none is there. Rules S-152, S-952.
 */
public final class MvIndex implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvindex";
  }

  @Override
  public Arity arity() {
    return Arity.between(2, 3);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    List<FieldValue> members = arguments[0].members();
    double first = fromStart(arguments[1].number(), members.size());
    double last = arguments.length == 2 ? first : fromStart(arguments[2].number(), members.size());
    if (!(first >= 0 && first < members.size() && last >= first)) {
      return null;
    }
    int end = (int) Math.min(last + 1, members.size());
    return MultiValue.of(members.subList((int) first, end));
  }

  /** The index counted from the start; {@code NaN} for what is no whole number. */
  private static double fromStart(double index, int size) {
    return index != Math.rint(index) ? Double.NaN : index < 0 ? index + size : index;
  }
}
