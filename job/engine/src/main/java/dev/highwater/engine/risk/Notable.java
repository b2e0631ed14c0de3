package dev.highwater.engine.risk;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import java.util.List;

/**
 * What one finding has to say to an analyst (S-710). An event of {@code index=notable}.
 *
 * @param notableId the same whenever the run is repeated
 * @param status that of the finding, never early
 * @param revision that of the finding
 * @param timeMillis {@code _time}: the scheduled time of the run
 * @param searchName also the name of the rule and the event's {@code source}
 * @param title with all tokens filled in; so is {@code description}
 * @param infoMinMillis start of the searched window
 * @param infoMaxMillis end of the searched window; {@code SearchWindow.UNBOUNDED} without one
 * @param row the finding's fields under the names that they have in an event (S-703), and what
 *     assets and identities say of them
 */
public record Notable(
    String notableId,
    String findingId,
    Finding.Status status,
    int revision,
    long timeMillis,
    String searchName,
    String title,
    String description,
    String securityDomain,
    Severity severity,
    Severity urgency,
    List<DrilldownSearch> drilldowns,
    List<NotableEntity> entities,
    Annotations annotations,
    long infoMinMillis,
    long infoMaxMillis,
    Row row) {

  /**
   * Whom a notable is about.
   *
   * @param type such as {@code system}
   * @param priority of the asset or identity; {@link Severity#UNKNOWN} where nobody says
   */
  public record NotableEntity(String name, String type, Severity priority) {}

  public Notable {
    drilldowns = List.copyOf(drilldowns);
    entities = List.copyOf(entities);
  }
}
