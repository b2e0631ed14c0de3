package dev.highwater.engine.function.json;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonChange;
import dev.highwater.engine.json.JsonPath;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that changes a JSON text at one place after the other (S-170). */
interface EditingFunction extends EvalFunction {

  /** The text with the value put in at the place. */
  Json edited(Json root, String place, Json value);

  @Override
  default Arity arity() {
    return Arity.atLeast(3);
  }

  @Override
  default Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    if (arguments.size() % 2 == 0) {
      throw new SplException(
          Diagnostic.error(call.span(), call.function() + " needs a value behind each path")
              .withRule("S-170"));
    }
    return (fields, run) -> {
      FieldValue document = arguments.get(0).evaluate(fields, run);
      Json json = document == null ? null : JsonReader.readStructure(document.text());
      if (json == null) {
        return null;
      }
      for (int i = 1; i < arguments.size(); i += 2) {
        FieldValue place = arguments.get(i).evaluate(fields, run);
        if (place != null) {
          Json value = JsonValues.of(arguments.get(i + 1).evaluate(fields, run));
          json = edited(json, place.text(), value);
        }
      }
      return JsonValues.text(json);
    };
  }

  /** The text with what a path leads to changed; a text that is no path leads nowhere. */
  static Json changed(Json root, String path, JsonChange change, boolean creates) {
    JsonPath parsed = JsonPath.parse(path);
    return parsed == null ? root : parsed.change(root, change, creates);
  }

  /** The old value, made an array where it is none, and these items behind. */
  static @Nullable Json appended(@Nullable Json old, List<Json> items) {
    if (old == null) {
      return null;
    }
    List<Json> all = new ArrayList<>(old instanceof Json.Items array ? array.list() : List.of(old));
    all.addAll(items);
    return new Json.Items(all);
  }
}
