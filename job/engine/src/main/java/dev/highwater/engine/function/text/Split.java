package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code split(x, delimiter)}: the parts of a text; an empty delimiter makes a value of each
 * character. Rules S-148, S-948.
 */
public final class Split implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "split";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    String delimiter = arguments[1].text();
    List<FieldValue> parts = new ArrayList<>();
    for (FieldValue member : arguments[0].members()) {
      if (delimiter.isEmpty()) {
        member.text().codePoints().forEach(c -> parts.add(FieldValue.of(Character.toString(c))));
      } else {
        split(member.text(), delimiter, parts);
      }
    }
    return MultiValue.of(parts);
  }

  private static void split(String text, String delimiter, List<FieldValue> into) {
    int at = 0;
    for (int next = text.indexOf(delimiter); next >= 0; next = text.indexOf(delimiter, at)) {
      into.add(FieldValue.of(text.substring(at, next)));
      at = next + delimiter.length();
    }
    into.add(FieldValue.of(text.substring(at)));
  }
}
