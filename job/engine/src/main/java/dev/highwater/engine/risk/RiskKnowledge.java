package dev.highwater.engine.risk;

import java.util.List;

/**
 * What is known of the world beside detections: it changes what risk weighs and how urgent a
 * notable is.
 *
 * @param factors those that are switched on, sorted by name
 */
public record RiskKnowledge(List<RiskFactor> factors, EntityTable assets, EntityTable identities) {

  /** Nothing. */
  public static final RiskKnowledge NONE =
      new RiskKnowledge(List.of(), EntityTable.EMPTY, EntityTable.EMPTY);

  public RiskKnowledge {
    factors = List.copyOf(factors);
  }
}
