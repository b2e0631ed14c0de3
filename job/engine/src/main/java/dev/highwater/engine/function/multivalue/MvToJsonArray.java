package dev.highwater.engine.function.multivalue;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.json.JsonValues;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code mv_to_json_array(x[, infers])}: the values as a JSON array of strings; where {@code
 * infers} is true, values that are JSON stay what they are. Rule S-170.
 */
public final class MvToJsonArray implements EvalFunction {

  @Override
  public String name() {
    return "mv_to_json_array";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator values = arguments.get(0);
    Evaluator infers = arguments.size() == 1 ? null : arguments.get(1);
    return (fields, run) -> {
      FieldValue value = values.evaluate(fields, run);
      boolean isInferred = infers != null && infers.evaluate(fields, run) == BooleanValue.TRUE;
      return value == null ? null : JsonValues.array(value, isInferred);
    };
  }
}
