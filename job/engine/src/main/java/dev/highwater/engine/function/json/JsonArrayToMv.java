package dev.highwater.engine.function.json;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/**
 * {@code json_array_to_mv(x[, keepsQuotes])}: the items of an array as values; NULL for what is no
 * array. Rule S-170.
 */
public final class JsonArrayToMv implements EvalFunction {

  @Override
  public String name() {
    return "json_array_to_mv";
  }

  @Override
  public Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    Evaluator array = arguments.get(0);
    Evaluator quotes = arguments.size() == 1 ? null : arguments.get(1);
    return (fields, run) -> {
      FieldValue value = array.evaluate(fields, run);
      boolean keepsQuotes = quotes != null && quotes.evaluate(fields, run) == BooleanValue.TRUE;
      return value == null ? null : JsonValues.members(value, keepsQuotes);
    };
  }
}
