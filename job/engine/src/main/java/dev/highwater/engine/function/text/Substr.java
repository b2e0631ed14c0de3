package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code substr(x, start[, length])}: a part of a text by characters, the first is 1; a negative
 * start counts from the end. Rules S-147, S-948.
 */
public final class Substr implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "substr";
  }

  @Override
  public Arity arity() {
    return Arity.between(2, 3);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    double start = arguments[1].number();
    double length = arguments.length == 2 ? Integer.MAX_VALUE : arguments[2].number();
    return Double.isNaN(start) || Double.isNaN(length)
        ? null
        : EachValue.map(arguments[0], text -> part(text, (long) start, (long) length));
  }

  /** As SQLite's function of the same name. */
  private static String part(String text, long start, long length) {
    int size = text.codePointCount(0, text.length());
    long from = start;
    long count = Math.abs(length);
    if (from < 0) {
      from += size;
      if (from < 0) {
        count = Math.max(0, count + from);
        from = 0;
      }
    } else if (from > 0) {
      from--;
    } else if (count > 0) {
      count--; // there is a place before the first
    }
    if (length < 0) {
      from -= count; // a negative length takes what stands before
      if (from < 0) {
        count += from;
        from = 0;
      }
    }
    long to = Math.min(size, from + count);
    if (from >= to) {
      return "";
    }
    int begin = text.offsetByCodePoints(0, (int) from);
    return text.substring(begin, text.offsetByCodePoints(begin, (int) (to - from)));
  }
}
