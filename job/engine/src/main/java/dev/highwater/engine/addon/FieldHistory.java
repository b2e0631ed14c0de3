package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What settings did to one field of an event, one after the other (S-650).
 *
 * @param steps in the order in which they were done; those that left the field alone are not there
 */
public record FieldHistory(String field, List<Step> steps) {

  public FieldHistory {
    steps = List.copyOf(steps);
  }

  /**
   * One setting at work.
   *
   * @param place where it is written, as {@link ConfSetting#place} says
   * @param before the field's value before it, {@code null} for none
   * @param after the field's value behind it, {@code null} for none
   */
  public record Step(String place, @Nullable FieldValue before, @Nullable FieldValue after) {

    /** What was done: {@code gave}, {@code kept}, {@code replaced} or {@code removed}. */
    public String effect() {
      if (after == null) {
        return "removed";
      } else if (before == null) {
        return "gave";
      }
      return before.equals(after) ? "kept" : "replaced";
    }
  }

  /** The value at the end, {@code null} for none. */
  public @Nullable FieldValue value() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1).after();
  }
}
