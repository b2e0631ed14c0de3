package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code cidrmatch(subnet, address)}: whether the address, or any value of a multivalue, is in the
 * subnet; false when either is none. Rule S-136.
 */
public final class CidrMatch implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "cidrmatch";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {

    CidrBlock block = CidrBlock.parse(arguments[0].text());
    return BooleanValue.of(
        block != null
            && arguments[1].members().stream().anyMatch(each -> block.contains(each.text())));
  }
}
