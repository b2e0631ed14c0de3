package dev.highwater.engine.cim;

import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.spl.SearchExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of a data model: which events belong to it, and what fields they have there (S-500,
 * S-502). Immutable; there is one object for each dataset.
 */
public final class Dataset {

  /** What an event has beside what its dataset says. */
  private static final Set<String> OF_EVENTS = Set.of("index", "_raw", "_indextime");

  private final DatasetShape shape;
  private final @Nullable Dataset parent;
  private final SearchExpression constraint;
  private final List<Calculation> calculations;
  private final Map<String, int[]> writers = new HashMap<>();
  private final Map<String, DatasetShape.Origin> fields;
  private final DatasetSchema schema;
  private final Set<String> listed;
  private final Function<String, @Nullable Dataset> siblings;

  /**
   * @param constraint what its events have to fulfil beside the parent's constraint; fields that
   *     the parent calculates go by the names that searches have for them (S-1061)
   * @param calculations in the order in which they run, the parent's first
   * @param siblings the datasets of the model by name
   */
  Dataset(
      DatasetShape shape,
      @Nullable Dataset parent,
      SearchExpression constraint,
      List<Calculation> calculations,
      Function<String, @Nullable Dataset> siblings) {
    this.shape = shape;
    this.parent = parent;
    this.constraint = constraint;
    this.calculations = List.copyOf(calculations);
    this.fields = shape.fields();
    this.schema = shape.schema();
    this.listed = shape.listed();
    this.siblings = siblings;
    Map<String, List<Integer>> positions = new HashMap<>();
    for (int i = 0; i < calculations.size(); i++) {
      positions.computeIfAbsent(calculations.get(i).field(), key -> new ArrayList<>()).add(i);
    }
    positions.forEach(
        (field, all) -> writers.put(field, all.stream().mapToInt(Integer::intValue).toArray()));
  }

  /**
   * Whether a name without the root's stands for a field of the event (S-251); the text itself is
   * there for searches that read the events of a dataset (S-505).
   */
  static boolean isInherited(String name) {
    return DatasetShape.INHERITED.contains(name) || OF_EVENTS.contains(name);
  }

  /** The dataset as searches see it. */
  public DatasetSchema schema() {
    return schema;
  }

  /** The names of the fields that each of its events may have, those of children left out. */
  Set<String> listed() {
    return listed;
  }

  /** Names of the lookups that its calculations look into. */
  public Set<String> lookups() {
    Set<String> lookups = new LinkedHashSet<>();
    for (Calculation calculation : calculations) {
      if (calculation instanceof LookupCalculation found) {
        lookups.add(found.lookup());
      }
    }
    return lookups;
  }

  @Nullable Dataset parent() {
    return parent;
  }

  /**
   * Whether an event with some fields can belong to it at all.
   *
   * @param known what is known of the event; NULL for fields that nobody knows
   */
  public boolean mayHold(Fields known) {
    return SearchExpressionCompiler.compile(constraint, known) != RowPredicate.NEVER
        && (parent == null || parent.mayHold(known));
  }

  SearchExpression constraint() {
    return constraint;
  }

  List<Calculation> calculations() {
    return calculations;
  }

  /**
   * The last calculation that writes a field.
   *
   * @param limit only those before that number count
   * @return its number, -1 for none
   */
  int lastWriter(String field, int limit) {
    int[] positions = writers.get(field);
    if (positions != null) {
      for (int i = positions.length - 1; i >= 0; i--) {
        if (positions[i] < limit) {
          return positions[i];
        }
      }
    }
    return -1;
  }

  /** The name that searches have for a field where the dataset calculates it, else the same. */
  String written(String field) {
    return writers.containsKey(field) ? shape.written(field) : field;
  }

  /**
   * A field as searches name it.
   *
   * @param field the field of the event
   * @param dataset the dataset as member of which an event has it: this one or one below it
   */
  record Member(String field, Dataset dataset) {}

  /** What a name in a search stands for, {@code null} when the dataset has no such field. */
  @Nullable Member member(String name) {
    DatasetShape.Origin origin = fields.get(name);
    if (origin == null) {
      return null;
    }
    Dataset of = origin.of() == shape ? this : siblings.apply(origin.of().name());
    return of == null ? null : new Member(origin.field(), of);
  }

  /**
   * The fields of an event that a field of its member comes from.
   *
   * @param name as searches write it, with the root dataset's name before it
   */
  public Set<String> eventFields(String name) {
    Member member = member(name);
    if (member == null) {
      return isInherited(name) ? Set.of(name) : Set.of();
    }
    Set<String> fields = new TreeSet<>();
    member.dataset().addEventFields(Integer.MAX_VALUE, member.field(), fields);
    return fields;
  }

  private void addEventFields(int limit, String field, Set<String> into) {
    int writer = lastWriter(field, limit);
    if (writer < 0) {
      into.add(field);
    } else {
      calculations.get(writer).reads().forEach(read -> addEventFields(writer, read, into));
    }
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
    Member member = member(name);
    if (member == null) {
      return isInherited(name) ? event.trace(name, literal) : Optional.of(Set.of());
    }
    return member.dataset().traceBefore(Integer.MAX_VALUE, member.field(), literal, event);
  }

  private Optional<Set<String>> traceBefore(
      int limit, String field, String literal, LiteralTracing.Origins event) {
    int writer = lastWriter(field, limit);
    return writer < 0
        ? event.trace(field, literal)
        : calculations
            .get(writer)
            .literalsInRaw(literal, (other, text) -> traceBefore(writer, other, text, event));
  }
}
