package dev.highwater.engine.cim;

import dev.highwater.engine.cim.Dataset.Calculation;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.plan.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a member of a dataset: the dataset's fields under {@code Root.field}, calculated
 * where the model says so, and nothing else (S-251, S-502). Follows the event that its fields are
 * at. Not safe for use by several threads.
 */
public final class DatasetFields implements ListedFields {

  private final Dataset dataset;
  private final Fields event;
  private final RunContext context;
  private final Map<String, Name> names = new HashMap<>();

  /**
   * What a name in a search stands for.
   *
   * @param field the field of the event, {@code null} when the dataset has none of that name
   * @param calculations how many calculations may set it
   */
  private record Name(@Nullable String field, int calculations) {}

  public DatasetFields(Dataset dataset, Fields event, RunContext context) {
    this.dataset = dataset;
    this.event = event;
    this.context = context;
  }

  @Override
  public @Nullable FieldValue get(String name) {
    Name meaning = names.get(name);
    if (meaning == null) {
      meaning = meaningOf(name);
      names.put(name, meaning);
    }
    return meaning.field() == null ? null : before(meaning.calculations(), meaning.field());
  }

  @Override
  public Collection<String> names() {
    return dataset.schema().fields();
  }

  private Name meaningOf(String name) {
    String prefix = dataset.root() + ".";
    if (name.startsWith(prefix) && dataset.fields().contains(name.substring(prefix.length()))) {
      return new Name(name.substring(prefix.length()), dataset.calculations().size());
    }
    return new Name(Dataset.isInherited(name) ? name : null, 0);
  }

  /** The field's value as it is before the calculation of that number runs. */
  private @Nullable FieldValue before(int limit, String field) {
    List<Calculation> calculations = dataset.calculations();
    for (int i = limit - 1; i >= 0; i--) {
      if (calculations.get(i).field().equals(field)) {
        int earlier = i;
        return calculations.get(i).evaluator().evaluate(name -> before(earlier, name), context);
      }
    }
    return event.get(field);
  }
}
