package dev.highwater.engine.compile;

import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.DidYouMean;
import org.jspecify.annotations.Nullable;

/**
 * The fields that rows may have at a place of a search. Where they cannot be listed, the stages say
 * of a name what became of it. Immutable.
 */
public final class RowFields {

  /** Any field at all. */
  public static final RowFields UNKNOWN = new RowFields(FieldSet.ALL, null, null);

  private final FieldSet fields;
  private final @Nullable RowFields before;
  private final @Nullable Stage stage;

  private RowFields(FieldSet fields, @Nullable RowFields before, @Nullable Stage stage) {
    this.fields = fields;
    this.before = before;
    this.stage = stage;
  }

  /** These and no others. */
  static RowFields of(FieldSet fields) {
    return new RowFields(fields, null, null);
  }

  /** What is there behind the stage. */
  RowFields after(Stage next) {
    return new RowFields(next.fieldsAfter(fields), this, next);
  }

  /** All names that there can be; all fields where they cannot be listed. */
  public FieldSet listed() {
    return fields;
  }

  /** Whether a row may have a field of that name. */
  public boolean mayHave(String name) {
    if (!fields.isAll() || before == null || stage == null) {
      return fields.has(name);
    }
    FieldSet sources = stage.reads(FieldSet.of(name));
    return stage.fieldsAfter(FieldSet.NONE).has(name)
        || sources.isAll()
        || sources.names().stream()
            .anyMatch(
                source ->
                    stage.fieldsAfter(FieldSet.of(source)).has(name) && before.mayHave(source));
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
