package dev.highwater.engine.cim;

import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SearchExpression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

  /**
   * Whether a name without the root's stands for a field of the event (S-251); the text itself is
   * there for searches that read the events of a dataset (S-505).
   */
  static boolean isInherited(String name) {
    return INHERITED.contains(name) || name.equals("index") || name.equals("_raw");
  }

  /** One calculated field; it may read the field that it writes. */
  public record Calculation(String field, Expression expression, Evaluator evaluator) {}

  /** The dataset as searches see it. */
  public DatasetSchema schema() {
    Set<String> names = new LinkedHashSet<>(INHERITED);
    fields.forEach(field -> names.add(root + "." + field));
    return new DatasetSchema(model, name, root, names);
  }

  /**
   * Texts of which an event holds at least one whenever the field holds {@code literal}; see {@link
   * LiteralTracing}.
   *
   * @param name as searches write it, with the root dataset's name before it
   * @param event where the fields of the event come from
   */
  public Optional<Set<String>> literalsInRaw(
      String name, String literal, LiteralTracing.Origins event) {
    String prefix = root + ".";
    if (!name.startsWith(prefix) || !fields.contains(name.substring(prefix.length()))) {
      return isInherited(name) ? event.trace(name, literal) : Optional.of(Set.of());
    }
    return traceBefore(calculations.size(), name.substring(prefix.length()), literal, event);
  }

  private Optional<Set<String>> traceBefore(
      int limit, String field, String literal, LiteralTracing.Origins event) {
    for (int i = limit - 1; i >= 0; i--) {
      if (calculations.get(i).field().equals(field)) {
        int earlier = i;
        return LiteralTracing.trace(
            calculations.get(i).expression(),
            literal,
            (other, text) -> traceBefore(earlier, other, text, event));
      }
    }
    return event.trace(field, literal);
  }
}
