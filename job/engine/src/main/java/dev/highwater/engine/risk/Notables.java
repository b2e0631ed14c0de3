package dev.highwater.engine.risk;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.ContentHash;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable.NotableEntity;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The notable action: what one finding has to say to an analyst. */
public final class Notables {

  private Notables() {}

  /** One notable for each finding (S-710); an early finding gives none. */
  public static Optional<Notable> of(
      FindingActions actions, RiskKnowledge knowledge, Finding finding) {
    NotableConfiguration says = actions.notable();
    if (says == null || finding.status() == Finding.Status.EARLY) {
      return Optional.empty();
    }
    EntityFields entities = new EntityFields(knowledge);
    Row tokens = tokens(actions, says, finding);
    SearchWindow window = finding.window();
    String id = new ContentHash().text("notable").text(finding.findingId()).hex(32);
    return Optional.of(
        new Notable(
            id,
            finding.findingId(),
            finding.status(),
            finding.revision(),
            window.scheduledMillis(),
            actions.searchName(),
            RiskMessage.fill(says.title(), tokens),
            RiskMessage.fill(says.description(), tokens),
            says.securityDomain(),
            says.severity(),
            says.severity().urgency(entities.highestPriority(finding.row())),
            says.drilldowns().stream().map(each -> filled(each, tokens)).toList(),
            entities(actions, says, entities, knowledge, finding.row()),
            actions.annotations(),
            window.earliestMillis(),
            window.latestMillis(),
            StashFields.of(entities.of(finding.row()))));
  }

  /** What tokens stand for: the row, and what a notable has for itself (S-711). */
  private static Row tokens(FindingActions actions, NotableConfiguration says, Finding finding) {
    Row tokens = finding.row().copy();
    SearchWindow window = finding.window();
    tokens.set("info_min_time", FieldValue.of(StashText.seconds(window.earliestMillis())));
    tokens.set("info_max_time", FieldValue.of(StashText.seconds(window.latestMillis())));
    tokens.set("info_search_time", FieldValue.of(StashText.seconds(window.scheduledMillis())));
    tokens.set("search_name", FieldValue.of(actions.searchName()));
    tokens.set("rule_name", FieldValue.of(actions.searchName()));
    tokens.set("security_domain", FieldValue.of(says.securityDomain()));
    tokens.set("severity", FieldValue.of(says.severity().text()));
    return tokens;
  }

  private static DrilldownSearch filled(DrilldownSearch drilldown, Row tokens) {
    return new DrilldownSearch(
        RiskMessage.fill(drilldown.name(), tokens),
        RiskMessage.fillQuoted(drilldown.search(), tokens),
        RiskMessage.fill(drilldown.earliest(), tokens),
        RiskMessage.fill(drilldown.latest(), tokens));
  }

  private static List<NotableEntity> entities(
      FindingActions actions,
      NotableConfiguration says,
      EntityFields described,
      RiskKnowledge knowledge,
      Row row) {
    Map<String, NotableEntity> named = new LinkedHashMap<>();
    for (RiskObject object : actions.risk().riskObjects()) {
      add(named, row.get(object.field()), object.type().text(), knowledge);
    }
    for (String field : says.entityFields()) {
      add(named, row.get(field), described.typeOf(field).text(), knowledge);
    }
    return List.copyOf(named.values());
  }

  private static void add(
      Map<String, NotableEntity> named,
      @Nullable FieldValue value,
      String type,
      RiskKnowledge knowledge) {
    for (FieldValue member : value == null ? List.<FieldValue>of() : value.members()) {
      String name = member.text();
      if (!name.isEmpty()) {
        EntityTable table = type.equals("user") ? knowledge.identities() : knowledge.assets();
        Entity entity = table.find(name);
        named.putIfAbsent(
            name,
            new NotableEntity(name, type, entity == null ? Severity.UNKNOWN : entity.priority()));
      }
    }
  }
}
