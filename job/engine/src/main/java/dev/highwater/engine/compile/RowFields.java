package dev.highwater.engine.compile;

import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.DidYouMean;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that rows may have at a place of a search. Where they cannot be listed, the stages say
 * of a name what became of it. Immutable.
 */
public final class RowFields {

  /** Any field at all. */
  public static final RowFields UNKNOWN = new RowFields(FieldSet.ALL, null, null, 0);

  /** Steps that are asked what became of a name; behind more of them anything may be there. */
  private static final int MOST_STEPS = 500;

  private final FieldSet fields;
  private final @Nullable RowFields before;
  private final @Nullable Stage stage;
  private final int steps;

  private RowFields(FieldSet fields, @Nullable RowFields before, @Nullable Stage stage, int steps) {
    this.fields = fields;
    this.before = before;
    this.stage = stage;
    this.steps = steps;
  }

  /** These and no others. */
  static RowFields of(FieldSet fields) {
    return new RowFields(fields, null, null, 0);
  }

  /** What is there behind the stage. */
  RowFields after(Stage next) {
    FieldSet after = next.fieldsAfter(fields);
    return steps < MOST_STEPS
        ? new RowFields(after, this, next, steps + 1)
        : new RowFields(after, null, null, 0);
  }

  /** All names that there can be; all fields where they cannot be listed. */
  public FieldSet listed() {
    return fields;
  }

  /** Whether a row may have a field of that name. */
  public boolean mayHave(String name) {
    return mayHave(name, new HashSet<>());
  }

  /**
   * As {@link #mayHave(String)}.
   *
   * @param refuted what was asked before and found wanting: names, each with its number of steps
   */
  private boolean mayHave(String name, Set<String> refuted) {
    if (!fields.isAll() || before == null || stage == null) {
      return fields.has(name);
    }
    if (!refuted.add(steps + " " + name)) {
      return false;
    }
    FieldSet sources = stage.reads(FieldSet.of(name));
    if (sources.isAll() || stage.fieldsAfter(FieldSet.NONE).has(name)) {
      return true;
    }
    for (String source : sources.names()) {
      if (stage.fieldsAfter(FieldSet.of(source)).has(name) && before.mayHave(source, refuted)) {
        return true;
      }
    }
    return false;
  }

  /** The name that may have been meant, {@code null} when none is near. */
  public @Nullable String nearest(String name) {
    for (String known : fields.names()) {
      if (known.endsWith("." + name)) {
        return known;
      }
    }
    return DidYouMean.nearest(name, fields.names());
  }

  /** What the field was renamed to, {@code null} when that is not what became of it. */
  @Nullable String newName(String name) {
    for (RowFields at = this; at.before != null && at.stage != null; at = at.before) {
      String carried = at.stage.carries(name);
      if (carried != null && !carried.equals(name)) {
        return carried;
      }
    }
    return null;
  }
}
