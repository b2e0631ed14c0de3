package dev.highwater.engine.function.cryptographic;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code md5(x)}: the MD5 digest. Rule S-149. */
public final class Md5 implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "md5";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return Digest.of("MD5", arguments[0]);
  }
}
