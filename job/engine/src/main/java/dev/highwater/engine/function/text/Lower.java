package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code lower(x)}: in lower case, each value of a multivalue. Rules S-144, S-900. */
public final class Lower implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "lower";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public List<Expression> passes(List<Expression> arguments) {
    return arguments;
  }

  @Override
  public @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    return EachValue.map(arguments[0], CaseFolding::fold);
  }
}
