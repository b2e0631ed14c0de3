package dev.highwater.engine.risk;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.schedule.SearchWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Risk events and notables as the events that Splunk's actions write (S-703). */
public final class StashText {

  private StashText() {}

  /** {@code <time>, search_name="...", key="value", ...}: keys sorted, a list repeats its key. */
  public static String of(RiskEvent event) {
    return line(event.timeMillis(), event.searchName(), fields(event));
  }

  /** As {@link #of(RiskEvent)}. */
  public static String of(Notable notable) {
    return line(notable.timeMillis(), notable.searchName(), fields(notable));
  }

  /** Epoch seconds with milliseconds; {@code +Infinity} where a window has no end. */
  static String seconds(long millis) {
    return millis == SearchWindow.UNBOUNDED
        ? "+Infinity"
        : BigDecimal.valueOf(millis, 3).toPlainString();
  }

  /** The fields of the event, {@code _time}, {@code source} and {@code search_name} left out. */
  public static Row fields(RiskEvent event) {
    Row fields = event.row().copy();
    set(fields, "risk_event_id", event.riskEventId());
    set(fields, "risk_object", event.riskObject());
    set(fields, "risk_object_type", event.riskObjectType().text());
    set(fields, "normalized_risk_object", event.normalizedRiskObject());
    fields.set("risk_score", FieldValue.of(event.riskScore()));
    score(fields, event.score());
    set(fields, "risk_message", event.riskMessage());
    set(fields, "savedsearch_description", event.description());
    set(fields, "contributing_events_search", event.contributingEventsSearch());
    list(fields, "threat_object", event.threatObjects());
    list(fields, "threat_object_type", event.threatObjectTypes());
    annotations(fields, event.annotations());
    set(fields, "info_min_time", seconds(event.infoMinMillis()));
    set(fields, "info_max_time", seconds(event.infoMaxMillis()));
    set(fields, "info_search_time", seconds(event.infoSearchMillis()));
    return fields;
  }

  /** As {@link #fields(RiskEvent)}. */
  public static Row fields(Notable notable) {
    Row fields = notable.row().copy();
    set(fields, "event_hash", notable.notableId());
    set(fields, "rule_name", notable.searchName());
    set(fields, "rule_title", notable.title());
    set(fields, "rule_description", notable.description());
    set(fields, "security_domain", notable.securityDomain());
    set(fields, "severity", notable.severity().text());
    set(fields, "urgency", notable.urgency().text());
    set(fields, "owner", "unassigned");
    set(fields, "status_label", "New");
    annotations(fields, notable.annotations());
    set(fields, "info_min_time", seconds(notable.infoMinMillis()));
    set(fields, "info_max_time", seconds(notable.infoMaxMillis()));
    set(fields, "info_search_time", seconds(notable.timeMillis()));
    return fields;
  }

  private static void score(Row fields, CalculatedScore score) {
    fields.set("calculated_risk_score", FieldValue.of(score.value()));
    if (!score.additions().isEmpty()) {
      fields.set("risk_factor_add", FieldValue.of(score.added()));
      list(fields, "risk_factor_add_matched", score.additions());
    }
    if (!score.multiplications().isEmpty()) {
      fields.set("risk_factor_mult", FieldValue.of(score.multiplied()));
      list(fields, "risk_factor_mult_matched", score.multiplications());
    }
  }

  private static void annotations(Row fields, Annotations annotations) {
    if (annotations.byFramework().isEmpty()) {
      return;
    }
    set(fields, "annotations", annotations.json());
    list(fields, "annotations._all", annotations.all());
    list(fields, "annotations._frameworks", List.copyOf(annotations.byFramework().keySet()));
    for (Map.Entry<String, List<String>> each : annotations.byFramework().entrySet()) {
      list(fields, "annotations." + each.getKey(), each.getValue());
    }
    list(fields, "analyticstories", annotations.stories());
    String attack = "annotations.mitre_attack.mitre_";
    list(fields, attack + "technique_id", annotations.techniques());
    list(fields, attack + "technique", annotations.attack().techniques());
    list(fields, attack + "tactic", annotations.attack().tactics());
    list(fields, attack + "tactic_id", annotations.attack().tacticIds());
  }

  private static void set(Row fields, String name, String text) {
    if (!text.isEmpty()) {
      fields.set(name, FieldValue.of(text));
    }
  }

  private static void list(Row fields, String name, List<String> texts) {
    List<FieldValue> values = texts.stream().map(FieldValue::of).toList();
    if (!values.isEmpty()) {
      fields.set(name, values.size() == 1 ? values.get(0) : MultiValue.of(values));
    }
  }

  private static String line(long timeMillis, String searchName, Row fields) {
    StringBuilder line = new StringBuilder(seconds(timeMillis));
    append(line, "search_name", searchName);
    for (String name : new TreeSet<>(fields.names())) {
      FieldValue value = fields.get(name);
      boolean isList = value instanceof MultiValue;
      for (FieldValue member : value == null ? List.<FieldValue>of() : value.members()) {
        if (isList || !member.text().isEmpty()) {
          append(line, name, member.text());
        }
      }
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String name, String value) {
    line.append(", ").append(name).append("=\"");
    line.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
