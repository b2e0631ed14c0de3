package dev.highwater.engine.function.statistical;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code random()}: a whole number from 0 to 2^31-1 that looks like chance and comes out the same
 * in every run: a hash of the run, the row and where the call is written. Rules S-172, S-943.
 */
public final class Random implements EvalFunction {

  @Override
  public String name() {
    return "random";
  }

  @Override
  public boolean needsRun() {
    return true;
  }

  @Override
  public Arity arity() {
    return Arity.exactly(0);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    int place = call.span().start();
    return (fields, run) -> {
      long hash = mix(run.nowMillis() ^ mix(place));
      if (fields instanceof Row row) {
        for (String name : row.names()) {
          hash = mix(hash ^ hash(name) ^ 31 * hash(row.get(name)));
        }
      } else {
        hash = mix(hash ^ hash(fields.get("_time")) ^ 31 * hash(fields.get("_raw")));
      }
      return FieldValue.of((double) (hash >>> 33));
    };
  }

  private static long hash(@Nullable FieldValue value) {
    return value == null ? 0 : hash(value.text());
  }

  private static long hash(String text) {
    return text.hashCode();
  }

  /** The last step of SplitMix64: each bit of the result depends on all bits. */
  private static long mix(long state) {
    long z = state + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
