package dev.highwater.engine.function.json;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** {@code json_array(a, b, ...)}: an array. Rules S-170, S-940. */
public final class JsonArray implements EvalFunction {

  @Override
  public String name() {
    return "json_array";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(0);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    return (fields, run) ->
        JsonValues.text(
            new Json.Items(
                arguments.stream()
                    .map(argument -> JsonValues.of(argument.evaluate(fields, run)))
                    .toList()));
  }
}
