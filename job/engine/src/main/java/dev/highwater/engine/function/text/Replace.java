package dev.highwater.engine.function.text;

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
 * {@code replace(text, regex, replacement)}: all matches replaced; {@code \\\\1} is a group. Rules
 * S-146, S-948.
 */
public final class Replace implements EvalFunction {

  @Override
  public String name() {
    return "replace";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(3);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    Evaluator text = arguments.get(0);
    Evaluator replacement = arguments.get(2);
    RegexArgument regex = RegexArgument.of(call.arguments().get(1), arguments.get(1));
    return (fields, run) -> {
      FieldValue value = text.evaluate(fields, run);
      FieldValue by = replacement.evaluate(fields, run);
      PcrePattern pattern = regex.pattern(fields, run);
      return value == null || by == null || pattern == null
          ? null
          : EachValue.map(
              value, each -> pattern.replaceAll(each, by.text(), run.resources()::tally));
    };
  }
}
