package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code len(x)}: the number of characters, code points of Unicode; NULL for a multivalue. Rules
 * S-143, S-176.
 */
public final class Len implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "len";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public boolean isNumber() {
    return true;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    String text = arguments[0].text();
    return arguments[0] instanceof MultiValue
        ? null
        : FieldValue.of((double) text.codePointCount(0, text.length()));
  }
}
