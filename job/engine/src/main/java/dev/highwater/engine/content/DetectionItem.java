package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskSource;
import java.util.List;

/**
 * A detection as a running job carries and stores it: texts, so that it outlives any change of the
 * classes that run it.
 *
 * @param search with all macros expanded
 * @param raisesRisk whether findings raise risk events
 */
public record DetectionItem(
    String id,
    String name,
    int version,
    String type,
    String search,
    ScheduleItem schedule,
    String searchName,
    boolean raisesRisk,
    RiskConfiguration risk,
    List<String> analyticStories,
    List<String> mitreAttackIds)
    implements RiskSource {

  public DetectionItem {
    analyticStories = List.copyOf(analyticStories);
    mitreAttackIds = List.copyOf(mitreAttackIds);
  }

  /** Whether it runs for the lookups that it writes, so that its rows are no findings (S-1140). */
  public boolean isBaseline() {
    return type.equals(Detection.BASELINE);
  }
}
