package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code json_object(name, value, ...)}: an object. Rules S-170, S-940. */
public final class JsonObject implements EvalFunction {

  @Override
  public String name() {
    return "json_object";
  }

  @Override
  public Arity arity() {
    return Arity.atLeast(0);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    if (arguments.size() % 2 != 0) {
      throw new SplException(
          Diagnostic.error(
                  call.span(),
                  "json_object needs pairs of a name and a value, not "
                      + arguments.size()
                      + " arguments")
              .withRule("S-170"));
    }
    return (fields, run) -> {
      Map<String, Json> members = new LinkedHashMap<>();
      for (int i = 0; i < arguments.size(); i += 2) {
        FieldValue name = arguments.get(i).evaluate(fields, run);
        if (name != null) {
          members.put(name.text(), JsonValues.of(arguments.get(i + 1).evaluate(fields, run)));
        }
      }
      return JsonValues.text(new Json.Members(members));
    };
  }
}
