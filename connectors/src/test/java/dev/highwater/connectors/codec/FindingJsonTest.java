package dev.highwater.connectors.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Provenance;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackLabels;
import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.schedule.SearchWindow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule S-916. */
class FindingJsonTest {

  private static final SearchWindow WINDOW =
      new SearchWindow(1_772_326_800_000L, 1_772_322_600_000L, 1_772_326_200_000L);

  @Test
  void writesEveryFieldInOneLine() {
    Row row =
        new Row()
            .set("dest", FieldValue.of("host-1"))
            .set("count", FieldValue.of(3))
            .set("ratio", FieldValue.of(0.25))
            .set("user", MultiValue.of(List.of(FieldValue.of("a"), FieldValue.of(1))));

    assertThat(line(finding(row, WINDOW)))
        .isEqualTo(
            "{\"finding_id\":\"f1\",\"status\":\"final\",\"revision\":0,\"detection\":\"A\","
                + "\"detection_id\":\"id\",\"detection_version\":3,\"type\":\"Anomaly\","
                + "\"scheduled_time\":\"2026-03-01T01:00:00.000Z\","
                + "\"earliest\":\"2026-02-28T23:50:00.000Z\","
                + "\"latest\":\"2026-03-01T00:50:00.000Z\","
                + "\"row\":{\"dest\":\"host-1\",\"count\":3,\"ratio\":0.25,\"user\":[\"a\",1]},"
                + "\"content_revision\":\"c1\",\"events\":[{\"input\":\"a.log\",\"offset\":17}]}\n");
  }

  @Test
  void escapesWhatJsonMustAndLeavesTheRestAsItIs() {
    Row row =
        new Row()
            .set("x", FieldValue.of("a\u0000\"\\\n\u001bé\uD83D\uDE00\uD83D!\uDE00"))
            .set("big", FieldValue.of(1e300))
            .set("time", FieldValue.of(1772359200.5))
            .set("nan", FieldValue.of(Double.NaN));

    assertThat(line(finding(row, new SearchWindow(0, 0, SearchWindow.UNBOUNDED))))
        .contains("\"earliest\":\"1970-01-01T00:00:00.000Z\",\"row\":")
        .endsWith(
            "{\"x\":\"a\\u0000\\\"\\\\\\n\\u001Bé\uD83D\uDE00\uFFFD!\uFFFD\","
                + "\"big\":1.0E300,\"time\":1772359200.5,\"nan\":\"nan\"},"
                + "\"content_revision\":\"c1\",\"events\":[{\"input\":\"a.log\",\"offset\":17}]}\n");
  }

  @Test
  void writesRiskEvents() {
    RiskEvent event =
        new RiskEvent(
            "r1",
            "f1",
            Finding.Status.FINAL,
            0,
            WINDOW.scheduledMillis(),
            "ESCU - A - Rule",
            "What it finds",
            "HOST-1",
            RiskObjectType.SYSTEM,
            "host-1",
            new CalculatedScore(64, 5, 1.5, List.of("Contractor"), List.of("Critical")),
            "m",
            List.of(),
            List.of(),
            new Annotations(
                Map.of("analytic_story", List.of("Gomir"), "mitre_attack", List.of("T1053.006")),
                new AttackLabels(
                    List.of("Systemd Timers"), List.of("persistence"), List.of("TA0003"))),
            "| savedsearch x",
            WINDOW.earliestMillis(),
            WINDOW.latestMillis(),
            WINDOW.scheduledMillis(),
            new Row().set("dest", FieldValue.of("host-1")));

    assertThat(new String(RiskEventJson.line(event), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"risk_event_id\":\"r1\",\"finding_id\":\"f1\",\"status\":\"final\",\"revision\":0,"
                + "\"_time\":\"2026-03-01T01:00:00.000Z\",\"search_name\":\"ESCU - A - Rule\","
                + "\"source\":\"ESCU - A - Rule\",\"risk_object\":\"HOST-1\","
                + "\"risk_object_type\":\"system\",\"normalized_risk_object\":\"host-1\","
                + "\"risk_score\":64,\"calculated_risk_score\":103.5,\"risk_factor_add\":5,"
                + "\"risk_factor_add_matched\":[\"Contractor\"],\"risk_factor_mult\":1.5,"
                + "\"risk_factor_mult_matched\":[\"Critical\"],\"risk_message\":\"m\","
                + "\"threat_object\":[],\"threat_object_type\":[],"
                + "\"analyticstories\":[\"Gomir\"],"
                + "\"annotations.mitre_attack\":[\"T1053.006\"],"
                + "\"annotations.mitre_attack.mitre_technique_id\":[\"T1053.006\"],"
                + "\"annotations.mitre_attack.mitre_technique\":[\"Systemd Timers\"],"
                + "\"annotations.mitre_attack.mitre_tactic\":[\"persistence\"],"
                + "\"annotations.mitre_attack.mitre_tactic_id\":[\"TA0003\"],"
                + "\"annotations.analytic_story\":[\"Gomir\"],"
                + "\"contributing_events_search\":\"| savedsearch x\","
                + "\"info_min_time\":\"2026-02-28T23:50:00.000Z\","
                + "\"info_max_time\":\"2026-03-01T00:50:00.000Z\","
                + "\"info_search_time\":\"2026-03-01T01:00:00.000Z\","
                + "\"row\":{\"dest\":\"host-1\"}}\n");
  }

  private static Finding finding(Row row, SearchWindow window) {
    return new Finding(
        "f1",
        Finding.Status.FINAL,
        0,
        "A",
        "id",
        3,
        "Anomaly",
        window,
        row,
        new Provenance("c1", List.of(new EventPosition("a.log", 17))));
  }

  private static String line(Finding finding) {
    return new String(FindingJson.line(finding), StandardCharsets.UTF_8);
  }
}
