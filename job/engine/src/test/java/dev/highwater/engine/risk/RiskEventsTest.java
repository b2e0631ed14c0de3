package dev.highwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.RiskFactor.Condition;
import dev.highwater.engine.risk.RiskFactor.Operation;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Rules S-700, S-701, S-703, S-704, S-705, S-914, S-1903, S-1904. */
class RiskEventsTest {

  private static final SearchWindow WINDOW = new SearchWindow(3_600_000, 0, 3_000_000);

  private static final String MESSAGE = "$process$ on $dest$";

  private static final FindingActions ACTIONS =
      new FindingActions(
          "ESCU - A - Rule",
          "What A finds",
          true,
          new RiskConfiguration(
              MESSAGE,
              OptionalInt.of(80),
              OptionalInt.of(80),
              List.of(
                  new RiskObject("dest", RiskObjectType.SYSTEM, 64, MESSAGE),
                  new RiskObject("user", RiskObjectType.USER, 64, MESSAGE),
                  new RiskObject("src", RiskObjectType.SYSTEM, 64, MESSAGE),
                  new RiskObject("missing", RiskObjectType.OTHER, 64, MESSAGE)),
              List.of(new ThreatObject("process", "process"))),
          Annotations.of(
              List.of("Gomir"),
              List.of("T1053.006"),
              List.of(),
              "endpoint",
              "Anomaly",
              AttackCatalog.builtIn()),
          null);

  @Test
  void raisesOneEventForEachObjectAndValue() {
    Row row =
        new Row()
            .set("dest", FieldValue.of("Host-1"))
            .set("user", MultiValue.of(List.of(FieldValue.of("bob"), FieldValue.of("eve"))))
            .set("src", FieldValue.of(""))
            .set("process", MultiValue.of(List.of(FieldValue.of("sh"), FieldValue.of("nc"))));

    List<RiskEvent> events = events(row, RiskKnowledge.NONE);

    assertThat(events).extracting(RiskEvent::riskObject).containsExactly("Host-1", "bob", "eve");
    assertThat(events).extracting(RiskEvent::riskEventId).doesNotHaveDuplicates();
    assertThat(events.get(0))
        .isEqualTo(
            new RiskEvent(
                events.get(0).riskEventId(),
                "f1",
                Finding.Status.FINAL,
                0,
                3_600_000,
                "ESCU - A - Rule",
                "What A finds",
                "Host-1",
                RiskObjectType.SYSTEM,
                "host-1",
                CalculatedScore.of(64),
                "sh, nc on Host-1",
                List.of("sh", "nc"),
                List.of("process", "process"),
                new Annotations(
                    Map.of(
                        "analytic_story",
                        List.of("Gomir"),
                        "cis20",
                        List.of("CIS 10"),
                        "kill_chain_phases",
                        List.of("Exploitation", "Installation"),
                        "mitre_attack",
                        List.of("T1053.006"),
                        "nist",
                        List.of("DE.AE")),
                    new AttackLabels(
                        List.of("Systemd Timers"),
                        List.of("execution", "persistence", "privilege-escalation"),
                        List.of("TA0002", "TA0003", "TA0004"))),
                "| savedsearch \"ESCU - A - Rule\" | search dest=\"Host-1\"",
                0,
                3_000_000,
                3_600_000,
                row));
  }

  @Test
  void takesTheRowsTimeAndKeepsItsFieldsUnderTheNamesOfAnEvent() {
    Row row =
        new Row()
            .set("_time", FieldValue.of(1000.5))
            .set("_indextime", FieldValue.of(1))
            .set("date_hour", FieldValue.of(1))
            .set("host", FieldValue.of("h"))
            .set("orig_host", FieldValue.of("shadowed"))
            .set("dest", FieldValue.of("d"));

    RiskEvent event = events(row, RiskKnowledge.NONE).get(0);

    assertThat(event.timeMillis()).isEqualTo(1_000_500);
    assertThat(event.row())
        .isEqualTo(
            new Row()
                .set("orig_time", FieldValue.of(1000.5))
                .set("orig_host", FieldValue.of("h"))
                .set("dest", FieldValue.of("d")));
  }

  @Test
  void anEarlyFindingRaisesNoRiskNorDoesOneWhoseDeploymentSaysSo() {
    Row row = new Row().set("dest", FieldValue.of("d"));

    assertThat(RiskEvents.of(ACTIONS, RiskKnowledge.NONE, finding(row, Finding.Status.EARLY)))
        .isEmpty();
    assertThat(events(new Row(), RiskKnowledge.NONE)).isEmpty();
    assertThat(
            RiskEvents.of(
                FindingActions.none("x"), RiskKnowledge.NONE, finding(row, Finding.Status.FINAL)))
        .isEmpty();
  }

  @Test
  void assetsIdentitiesAndFactorsChangeWhatItWeighs() {
    RiskKnowledge knowledge =
        new RiskKnowledge(
            List.of(
                factor("Contractor", "user_category", "contractor", Operation.ADDITION, 5),
                factor("Critical", "dest_priority", "CRITICAL", Operation.MULTIPLICATION, 1.5),
                factor("Never", "dest_priority", "l*w", Operation.MULTIPLICATION, 10),
                factor("Object", "risk_object_priority", "*", Operation.MULTIPLICATION, 2)),
            table("nt_host,priority,ip\nWEB-01,critical,10.0.0.1\n", true),
            table("identity,category,email\nbob|robert,Contractor,bob@example.org\n", false));
    Row row = new Row().set("dest", FieldValue.of("10.0.0.1")).set("user", FieldValue.of("Robert"));

    List<RiskEvent> events = events(row, knowledge);

    assertThat(events)
        .extracting(RiskEvent::normalizedRiskObject, event -> event.score().value())
        .containsExactly(tuple("web-01", (64 + 5) * 1.5 * 2), tuple("bob", (64 + 5) * 1.5 * 2));
    assertThat(events.get(1).score().multiplications()).containsExactly("Critical", "Object");
    assertThat(events.get(1).row().get("user_category")).isEqualTo(FieldValue.of("contractor"));
  }

  @Test
  void aRiskEventIsWrittenAsTheActionOfTheOriginalWritesIt() {
    Row row =
        new Row()
            .set("dest", FieldValue.of("C:\\x \"y\""))
            .set("empty", FieldValue.of(""))
            .set("source", FieldValue.of("s"));

    String line = StashText.of(events(row, RiskKnowledge.NONE).get(0));

    assertThat(line)
        .startsWith("3600.000, search_name=\"ESCU - A - Rule\", analyticstories=\"Gomir\", ")
        .contains(", annotations.mitre_attack=\"T1053.006\", ")
        .contains(
            ", annotations.mitre_attack.mitre_tactic=\"execution\","
                + " annotations.mitre_attack.mitre_tactic=\"persistence\",")
        .contains(", dest=\"C:\\\\x \\\"y\\\"\", info_max_time=\"3000.000\", ")
        .contains(", orig_source=\"s\", ")
        .contains(", calculated_risk_score=\"64\", ")
        .doesNotContain("empty=");
  }

  private static RiskFactor factor(
      String name, String field, String pattern, Operation operation, double factor) {
    return new RiskFactor(name, List.of(new Condition(field, pattern)), operation, factor);
  }

  private static EntityTable table(String csv, boolean isOfAssets) {
    String[] lines = csv.split("\n", -1);
    String[] names = lines[0].split(",", -1);
    String[] cells = lines[1].split(",", -1);
    Map<String, String> line = Map.of(names[0], cells[0], names[1], cells[1], names[2], cells[2]);
    Entity entity = isOfAssets ? EntityTable.asset(line) : EntityTable.identity(line);
    return new EntityTable(List.of(Objects.requireNonNull(entity)));
  }

  private static List<RiskEvent> events(Row row, RiskKnowledge knowledge) {
    return RiskEvents.of(ACTIONS, knowledge, finding(row, Finding.Status.FINAL));
  }

  private static Finding finding(Row row, Finding.Status status) {
    return new Finding("f1", status, 0, "A", "id", 3, "Anomaly", WINDOW, row);
  }
}
