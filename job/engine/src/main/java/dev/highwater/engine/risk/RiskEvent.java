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
 * @param description of the search
 * @param normalizedRiskObject the name that the object goes by first (S-705)
 * @param threatObjects values of the threat fields, parallel to {@code threatObjectTypes} (S-701)
 * @param contributingEventsSearch the search that shows what the risk comes from (S-700)
 * @param infoMinMillis start of the searched window
 * @param infoMaxMillis end of the searched window; {@code SearchWindow.UNBOUNDED} without one
 * @param infoSearchMillis the scheduled time of the run
 * @param row the finding's fields under the names that they have in an event (S-703), and what
 *     assets and identities say of them
 */
public record RiskEvent(
    String riskEventId,
    String findingId,
    Finding.Status status,
    int revision,
    long timeMillis,
    String searchName,
    String description,
    String riskObject,
    RiskObjectType riskObjectType,
    String normalizedRiskObject,
    CalculatedScore score,
    String riskMessage,
    List<String> threatObjects,
    List<String> threatObjectTypes,
    Annotations annotations,
    String contributingEventsSearch,
    long infoMinMillis,
    long infoMaxMillis,
    long infoSearchMillis,
    Row row) {

  public RiskEvent {
    threatObjects = List.copyOf(threatObjects);
    threatObjectTypes = List.copyOf(threatObjectTypes);
    if (threatObjects.size() != threatObjectTypes.size()) {
      throw new IllegalArgumentException(
          "Invalid threat objects: "
              + threatObjects.size()
              + " values with "
              + threatObjectTypes.size()
              + " types (must be equal)");
    }
  }

  /** The detection's score, without risk factors. */
  public int riskScore() {
    return score.base();
  }

  /** When the run was done that raised it: nobody can know of it before. */
  public long knownMillis() {
    return Math.max(infoSearchMillis, infoMaxMillis);
  }
}
