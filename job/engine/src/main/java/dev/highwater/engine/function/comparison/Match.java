package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.RegexArgument;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code match(text, regex)}: whether the expression matches somewhere, in any value of a
 * multivalue. Rule S-135.
 */
public final class Match implements EvalFunction {

  @Override
  public String name() {
    return "match";
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
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator text = arguments.get(0);
    RegexArgument regex = RegexArgument.of(call.arguments().get(1), arguments.get(1));
    return (fields, run) -> {
      FieldValue value = text.evaluate(fields, run);
      PcrePattern pattern = regex.pattern(fields, run);
      return value == null || pattern == null
          ? null
          : BooleanValue.of(
              value.members().stream()
                  .anyMatch(member -> pattern.find(member.text(), run.resources()::tally)));
    };
  }
}
