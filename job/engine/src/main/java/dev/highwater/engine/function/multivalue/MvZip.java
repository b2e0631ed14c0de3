package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvzip(a, b[, delimiter])}: the first values joined, the second ones, and so on, up to the
 * end of the shorter list. Rule S-156.
 */
public final class MvZip implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "mvzip";
  }

  @Override
  public Arity arity() {
    return Arity.between(2, 3);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    String delimiter = arguments.length == 2 ? "," : arguments[2].text();
    List<FieldValue> left = arguments[0].members();
    List<FieldValue> right = arguments[1].members();
    List<FieldValue> zipped = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      zipped.add(FieldValue.of(left.get(i).text() + delimiter + right.get(i).text()));
    }
    return MultiValue.of(zipped);
  }
}
