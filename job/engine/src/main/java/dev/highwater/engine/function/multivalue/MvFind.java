package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.RegexArgument;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code mvfind(x, regex)}: the index, from 0, of the first value in which the expression is found;
 * NULL where there is none. Rule S-153.
 */
public final class MvFind implements EvalFunction {

  @Override
  public String name() {
    return "mvfind";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator values = arguments.get(0);
    RegexArgument regex = RegexArgument.of(call.arguments().get(1), arguments.get(1));
    return (fields, run) -> {
      FieldValue value = values.evaluate(fields, run);
      PcrePattern pattern = regex.pattern(fields, run);
      if (value == null || pattern == null) {
        return null;
      }
      List<FieldValue> members = value.members();
      for (int i = 0; i < members.size(); i++) {
        if (pattern.find(members.get(i).text(), run.resources()::tally)) {
          return FieldValue.of((double) i);
        }
      }
      return null;
    };
  }
}
