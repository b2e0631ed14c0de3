package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.LiteralArgument;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import java.util.List;

/**
 * {@code lookup("table", json_object("field", value, ...), json_array("field", ...))}: what the
 * table says, as a JSON object; a field of several rows is an array, NULL where no row matches.
 * Rules S-171, S-351.
 */
public final class Lookup implements EvalFunction {

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public boolean needsRun() {
    return true;
  }

  @Override
  public Arity arity() {
    return Arity.exactly(3);
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    String name = LiteralArgument.requireText(call, 0, "the name of a lookup");
    LookupDefinition definition = context.lookup(name);
    if (definition == null) {
      throw new SplException(
          Diagnostic.error(call.arguments().get(0).span(), "unknown lookup '" + name + "'"));
    }
    LookupMatch match = new LookupMatch(definition);
    Evaluator keys = arguments.get(1);
    Evaluator outputs = arguments.get(2);
    return (fields, run) -> {
      LookupTable table = run.resources().table(definition.name());
      FieldValue wanted = keys.evaluate(fields, run);
      FieldValue names = outputs.evaluate(fields, run);
      return table == null
              || wanted == null
              || names == null
              || !(JsonReader.readStructure(wanted.text()) instanceof Json.Members byName)
              || !(JsonReader.readStructure(names.text()) instanceof Json.Items list)
          ? null
          : match.result(table, byName, list);
    };
  }
}
