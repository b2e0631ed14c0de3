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

  private final FindingActions actions;
  private final RiskKnowledge knowledge;
  private final EntityFields entities;
  private final Finding finding;
  private final Row row;
  private final List<String> threats = new ArrayList<>();
  private final List<String> threatTypes = new ArrayList<>();

  private RiskEvents(FindingActions actions, RiskKnowledge knowledge, Finding finding) {
    this.actions = actions;
    this.knowledge = knowledge;
    this.entities = new EntityFields(knowledge);
    this.finding = finding;
    this.row = StashFields.of(entities.of(finding.row()));
    for (ThreatObject threat : actions.risk().threatObjects()) {
      for (FieldValue value : values(finding.row(), threat.field())) {
        threats.add(value.text());
        threatTypes.add(threat.type());
      }
    }
  }

  /**
   * One event for each risk object of the search and each value of its field, in that order
   * (S-700). A field that is missing or empty gives none (S-701); an early finding raises no risk.
   */
  public static List<RiskEvent> of(
      FindingActions actions, RiskKnowledge knowledge, Finding finding) {
    if (!actions.raisesRisk() || finding.status() == Finding.Status.EARLY) {
      return List.of();
    }
    RiskEvents raising = new RiskEvents(actions, knowledge, finding);
    List<RiskEvent> events = new ArrayList<>();
    List<RiskObject> objects = actions.risk().riskObjects();
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
        events.add(raising.event(objects.get(entry), value, id));
      }
    }
    return List.copyOf(events);
  }

  private RiskEvent event(RiskObject object, String value, String id) {
    SearchWindow window = finding.window();
    Row fields = entities.ofObject(row, value, object.type());
    return new RiskEvent(
        id,
        finding.findingId(),
        finding.status(),
        finding.revision(),
        timeMillis(finding),
        actions.searchName(),
        actions.description(),
        value,
        object.type(),
        entities.normalized(value, object.type()),
        CalculatedScore.of(object.score(), knowledge.factors(), fields),
        RiskMessage.fill(object.message(), finding.row()),
        threats,
        threatTypes,
        actions.annotations(),
        contributing(object.field(), value),
        window.earliestMillis(),
        window.latestMillis(),
        window.scheduledMillis(),
        fields);
  }

  private String contributing(String field, String value) {
    return "| savedsearch \"" + actions.searchName() + "\" | search " + field + "=" + quoted(value);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
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
