package dev.highwater.engine.detect;

import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.finding.Finding;

/**
 * The finding that holds back those like it, until a time (S-432).
 *
 * @param scheduledMillis of its run
 * @param untilMillis first scheduled time at which one like it counts again
 */
public record Suppressor(
    String findingId, String detectionId, long scheduledMillis, long untilMillis) {

  /** The finding, which counts, from its run on (S-434). */
  static Suppressor of(Finding finding, Throttling throttling) {
    long scheduled = finding.window().scheduledMillis();
    return new Suppressor(
        finding.findingId(),
        finding.detectionId(),
        scheduled,
        scheduled + throttling.periodMillis());
  }

  /**
   * Without fields the rows of a run are one alert, and stand or fall together (S-1406). A finding
   * does not hold back its own revisions.
   */
  boolean holdsBack(Finding finding, Throttling throttling) {
    boolean isSameAlert =
        finding.findingId().equals(findingId)
            || (throttling.fields().isEmpty()
                && finding.detectionId().equals(detectionId)
                && finding.window().scheduledMillis() == scheduledMillis);
    return finding.window().scheduledMillis() < untilMillis && !isSameAlert;
  }
}
