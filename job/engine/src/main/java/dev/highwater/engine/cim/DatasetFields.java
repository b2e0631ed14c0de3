package dev.highwater.engine.cim;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a member of a dataset: the dataset's fields by the names that searches have for them,
 * calculated where the model says so, and nothing else (S-251, S-502). The fields that a child adds
 * are there for its members (S-1062). Follows the event that its fields are at. Not safe for use by
 * several threads.
 */
public final class DatasetFields implements ListedFields {

  private final Dataset dataset;
  private final Fields event;
  private final RunContext context;
  private final Membership membership;
  private final Map<String, Name> names = new HashMap<>();

  /**
   * What a name in a search stands for.
   *
   * @param field the field of the event, {@code null} when the dataset has none of that name
   * @param of whose calculations may set it, {@code null} for none
   * @param condition which events have it, {@code null} for all
   */
  private record Name(
      @Nullable String field, @Nullable Dataset of, @Nullable RowPredicate condition) {}

  /**
   * @param membership of the events that the fields are those of
   */
  public DatasetFields(Dataset dataset, Membership membership) {
    this.dataset = dataset;
    this.event = membership.event();
    this.context = membership.context();
    this.membership = membership;
  }

  @Override
  public @Nullable FieldValue get(String name) {
    Name meaning = names.get(name);
    if (meaning == null) {
      meaning = meaningOf(name);
      names.put(name, meaning);
    }
    String field = meaning.field();
    if (field == null || (meaning.condition() != null && !meaning.condition().matches(event))) {
      return null;
    }
    return meaning.of() == null ? event.get(field) : before(Integer.MAX_VALUE, field, meaning.of());
  }

  /** Those that events of the dataset itself have: what children add is there when asked for. */
  @Override
  public Collection<String> names() {
    return dataset.listed();
  }

  private Name meaningOf(String name) {
    Dataset.Member member = dataset.member(name);
    if (member != null) {
      return new Name(
          member.field(),
          member.dataset(),
          member.dataset() == dataset ? null : membership.of(member.dataset()));
    }
    return new Name(Dataset.isInherited(name) ? name : null, null, null);
  }

  /** The field's value as it is before the calculation of that number runs. */
  private @Nullable FieldValue before(int limit, String field, Dataset of) {
    int writer = of.lastWriter(field, limit);
    return writer < 0
        ? event.get(field)
        : of.calculations().get(writer).value(name -> before(writer, name, of), context);
  }
}
