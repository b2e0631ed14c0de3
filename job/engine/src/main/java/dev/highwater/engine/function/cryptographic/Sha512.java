package dev.highwater.engine.function.cryptographic;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** {@code sha512(x)}: the SHA-512 digest. Rule S-149. */
public final class Sha512 implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "sha512";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return Digest.of("SHA-512", arguments[0]);
  }
}
