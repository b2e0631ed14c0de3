package dev.highwater.engine.risk;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a detection says about risk.
 *
 * @param message template of the message where objects share one; the title of a finding of the
 *     2026 schema; empty where there is none
 * @param impact of the 2024 schema, 0 to 100
 * @param confidence of the 2024 schema, 0 to 100
 */
public record RiskConfiguration(
    String message,
    OptionalInt impact,
    OptionalInt confidence,
    List<RiskObject> riskObjects,
    List<ThreatObject> threatObjects) {

  /** No risk. */
  public static final RiskConfiguration NONE =
      new RiskConfiguration("", OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of());

  public RiskConfiguration {
    riskObjects = List.copyOf(riskObjects);
    threatObjects = List.copyOf(threatObjects);
  }
}
