package dev.highwater.engine.function.time;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.time.TimeReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code strptime(text, format)}: the seconds of the time that a text spells, as text with six
 * decimals; NULL when it spells none. Rules S-164, S-941, S-945.
 */
public final class StrPTime implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "strptime";
  }

  @Override
  public boolean needsRun() {
    return true;
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    Instant time =
        TimeReader.of(arguments[1].text())
            .read(arguments[0].text(), Instant.ofEpochMilli(run.nowMillis()), run.zone());
    return time == null ? null : EpochSeconds.sixDecimals(time);
  }
}
