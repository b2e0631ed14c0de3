package dev.highwater.engine.risk;

import org.jspecify.annotations.Nullable;

/**
 * What is done with the findings of a search.
 *
 * @param searchName as risk events and notables name it: {@code ESCU - <name> - Rule} (S-670)
 * @param description of the search, for people
 * @param raisesRisk whether findings raise risk events
 * @param risk which ones
 * @param notable {@code null} where findings raise no notables
 */
public record FindingActions(
    String searchName,
    String description,
    boolean raisesRisk,
    RiskConfiguration risk,
    Annotations annotations,
    @Nullable NotableConfiguration notable) {

  /** Nothing is done with the findings. */
  public static FindingActions none(String searchName) {
    return new FindingActions(
        searchName, "", false, RiskConfiguration.NONE, Annotations.NONE, null);
  }
}
