package dev.highwater.engine.detect;

import org.jspecify.annotations.Nullable;

/**
 * One step of a search, and what is left behind it.
 *
 * @param what the step in words or in SPL
 * @param left events, or rows, that are left behind it
 * @param nearest an event that came as far as this step and no further than the others that failed
 *     it; null where none failed or the step is no condition
 */
public record FunnelStep(String what, long left, @Nullable NearMiss nearest) {

  /**
   * An event that fails a condition.
   *
   * @param input of the event's origin
   * @param offset in the input
   * @param values the fields that the condition looks at, {@code name=value}, with {@code (none)}
   *     for a field without a value
   * @param raw the event's text, cut after 500 characters
   */
  public record NearMiss(String input, long offset, String values, String raw) {}
}
