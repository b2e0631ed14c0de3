package dev.highwater.engine.addon;

import org.jspecify.annotations.Nullable;

/**
 * How lines become events with {@code SHOULD_LINEMERGE} (S-1311, S-1312). The expressions are
 * {@code null} where a source does not say them; each may match anywhere in a line.
 *
 * @param before a line that begins an event
 * @param times how a line that begins an event says its time; {@code null} when times do not count
 * @param after a line that ends an event
 * @param notAfter a line behind which nothing ends the event but {@code after}
 * @param notBefore a line that begins no event
 * @param mostLines lines of an event, 0 for any number
 */
record LineMerging(
    @Nullable String before,
    @Nullable TimeSettings times,
    @Nullable String after,
    @Nullable String notAfter,
    @Nullable String notBefore,
    int mostLines) {

  /** Whether a line alone tells that an event begins with it. */
  boolean isLocal() {
    return after == null && notAfter == null && notBefore == null && mostLines == 0;
  }
}
