package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.LikePattern;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.RunContext;
import java.util.List;

/**
 * {@code like(text, pattern)}: {@code %} is any run, {@code _} one character, the whole value, case
 * counts. Rule S-121.
 */
public final class Like implements EvalFunction.OfValues {

  @Override
  public String name() {
    return "like";
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
  public Growth growth(List<Growth> arguments) {
    return arguments.get(0) == Growth.GAINS && arguments.get(1).isFixed()
        ? Growth.STAYS_TRUE
        : Growth.fixed(arguments);
  }

  @Override
  public FieldValue call(FieldValue[] arguments, RunContext run) {
    String pattern = arguments[1].text();
    return BooleanValue.of(
        arguments[0].members().stream()
            .anyMatch(member -> LikePattern.matches(pattern, member.text())));
  }
}
