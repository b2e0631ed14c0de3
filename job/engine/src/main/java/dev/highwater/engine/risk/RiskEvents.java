package dev.highwater.engine.risk;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.ContentHash;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.List;

/** The risk action: what one finding raises. */
public final class RiskEvents {

  private RiskEvents() {}

  /**
   * One event for each risk object of the search and each value of its field, in that order
   * (S-700). A field that is missing or empty gives none (S-701); an early finding raises no risk.
   */
  public static List<RiskEvent> of(RiskSource source, Finding finding) {
    if (finding.status() == Finding.Status.EARLY) {
      return List.of();
    }
    List<RiskEvent> events = new ArrayList<>();
    List<RiskObject> objects = source.risk().riskObjects();
    for (int entry = 0; entry < objects.size(); entry++) {
      List<FieldValue> values = values(finding.row(), objects.get(entry).field());
      for (int at = 0; at < values.size(); at++) {
        String value = values.get(at).text();
        String id =
            new ContentHash()
                .text("risk")
                .text(finding.findingId())
                .number(entry)
                .number(at)
                .text(value)
                .hex(32);
        events.add(event(source, finding, objects.get(entry), value, id));
      }
    }
    return List.copyOf(events);
  }

  private static RiskEvent event(
      RiskSource source, Finding finding, RiskObject object, String value, String id) {
    List<String> threats = new ArrayList<>();
    List<String> threatTypes = new ArrayList<>();
    for (ThreatObject threat : source.risk().threatObjects()) {
      for (FieldValue threatValue : values(finding.row(), threat.field())) {
        threats.add(threatValue.text());
        threatTypes.add(threat.type());
      }
    }
    SearchWindow window = finding.window();
    return new RiskEvent(
        id,
        finding.findingId(),
        finding.status(),
        finding.revision(),
        timeMillis(finding),
        source.searchName(),
        value,
        object.type(),
        object.score(),
        RiskMessage.fill(object.message(), finding.row()),
        threats,
        threatTypes,
        source.analyticStories(),
        source.mitreAttackIds(),
        window.earliestMillis(),
        window.latestMillis(),
        StashFields.of(finding.row()));
  }

  private static long timeMillis(Finding finding) {
    FieldValue time = finding.row().get("_time");
    return time != null && time.isNumeric()
        ? Math.round(time.number() * 1000)
        : finding.window().scheduledMillis();
  }

  private static List<FieldValue> values(Row row, String field) {
    FieldValue value = row.get(field);
    return value == null
        ? List.of()
        : value.members().stream().filter(member -> !member.text().isEmpty()).toList();
  }
}
