package dev.highwater.engine.function.time;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.TimeFormat;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code strftime(seconds, format)}: a time as text, in the zone of the search. Rule S-163. */
public final class StrFTime implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "strftime";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    Instant time = EpochSeconds.instant(arguments[0]);
    return time == null
        ? null
        : FieldValue.of(TimeFormat.of(arguments[1].text()).format(time, run.zone()));
  }
}
