package dev.highwater.engine.function.cryptographic;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code sha1(x)}: the SHA-1 digest. Rule S-149. */
public final class Sha1 implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "sha1";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return Digest.of("SHA-1", arguments[0]);
  }
}
