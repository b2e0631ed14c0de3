package dev.highwater.engine.risk;

import java.util.List;

/** A search whose findings raise risk. */
public interface RiskSource {

  /** As risk events name it: {@code ESCU - <name> - Rule} (S-670). */
  String searchName();

  RiskConfiguration risk();

  /** Names of the analytic stories. */
  List<String> analyticStories();

  /** Ids of ATT&amp;CK techniques. */
  List<String> mitreAttackIds();
}
