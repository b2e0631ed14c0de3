package dev.highwater.engine.function.conversion;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.IpAddress;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code ipmask(mask, address)}: the bits of an IPv4 address that the mask has; NULL when either is
 * no such address. Rule S-172.
 */
public final class IpMask implements EvalFunction.OfValues {

  private static final int BYTES = 4;

  @Override
  public String name() {
    return "ipmask";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    byte[] mask = IpAddress.parse(arguments[0].text());
    byte[] address = IpAddress.parse(arguments[1].text());
    if (mask == null || address == null || mask.length != BYTES || address.length != BYTES) {
      return null;
    }
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < BYTES; i++) {
      masked.append(i == 0 ? "" : ".").append(mask[i] & address[i] & 0xff);
    }
    return FieldValue.of(masked.toString());
  }
}
