package dev.highwater.engine.risk;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import java.util.List;

/**
 * The risk that one finding puts on one object (S-700). An event of {@code index=risk}.
 *
 * @param riskEventId the same whenever the run is repeated; an amended event replaces the one
 *     before
 * @param status that of the finding, never early
 * @param revision that of the finding
 * @param timeMillis {@code _time}: the row's, else the scheduled time
 * @param searchName also the event's {@code source}
 * @param threatObjects values of the threat fields, parallel to {@code threatObjectTypes} (S-701)
 * @param infoMinMillis start of the searched window
 * @param infoMaxMillis end of the searched window; {@code SearchWindow.UNBOUNDED} without one
 * @param row the finding's fields under the names that they have in an event (S-703)
 */
public record RiskEvent(
    String riskEventId,
    String findingId,
    Finding.Status status,
    int revision,
    long timeMillis,
    String searchName,
    String riskObject,
    RiskObjectType riskObjectType,
    int riskScore,
    String riskMessage,
    List<String> threatObjects,
    List<String> threatObjectTypes,
    List<String> analyticStories,
    List<String> mitreAttackIds,
    long infoMinMillis,
    long infoMaxMillis,
    Row row) {

  public RiskEvent {
    threatObjects = List.copyOf(threatObjects);
    threatObjectTypes = List.copyOf(threatObjectTypes);
    analyticStories = List.copyOf(analyticStories);
    mitreAttackIds = List.copyOf(mitreAttackIds);
    if (threatObjects.size() != threatObjectTypes.size()) {
      throw new IllegalArgumentException(
          "Invalid threat objects: "
              + threatObjects.size()
              + " values with "
              + threatObjectTypes.size()
              + " types (must be equal)");
    }
  }
}
