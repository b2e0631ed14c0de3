package dev.highwater.engine.plan;

/**
 * The time range that a search names in its text (S-043); empty texts where it names none.
 *
 * @param earliest as in {@code earliest=-30d}
 * @param latest as in {@code latest=now}
 */
public record TimeBounds(String earliest, String latest) {

  /** Those of the run. */
  public static final TimeBounds OF_THE_RUN = new TimeBounds("", "");

  public boolean isOfTheRun() {
    return earliest.isEmpty() && latest.isEmpty();
  }
}
