package dev.highwater.engine.cim;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SearchExpression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A dataset of a data model (S-500..S-502).
 *
 * @param model name of the model
 * @param name name of the dataset
 * @param root name of the root dataset, which stands before the fields in searches (S-251)
 * @param constraint which events belong to it: the parents' constraints and its own
 * @param fields the fields that exist in it, calculated ones included
 * @param calculations in the order in which they run, the parents' first
 */
public record Dataset(
    String model,
    String name,
    String root,
    SearchExpression constraint,
    Set<String> fields,
    List<Calculation> calculations) {

  /** What every dataset has of its events. */
  static final Set<String> INHERITED = Set.of("_time", "host", "source", "sourcetype");

  /** One calculated field; it may read the field that it writes. */
  public record Calculation(String field, Expression expression, Evaluator evaluator) {}

  /** The dataset as searches see it. */
  public DatasetSchema schema() {
    Set<String> names = new LinkedHashSet<>(INHERITED);
    fields.forEach(field -> names.add(root + "." + field));
    return new DatasetSchema(model, name, root, names);
  }
}
