package dev.highwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable.NotableEntity;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-674, S-709, S-710, S-711, S-1903. */
class NotablesTest {

  private static final SearchWindow WINDOW = new SearchWindow(3_600_000, 1_500, 3_000_000);

  private static final FindingActions ACTIONS =
      new FindingActions(
          "ESCU - A - Rule",
          "What A finds",
          true,
          new RiskConfiguration(
              "m",
              OptionalInt.empty(),
              OptionalInt.empty(),
              List.of(new RiskObject("user", RiskObjectType.USER, 70, "m")),
              List.of()),
          Annotations.NONE,
          new NotableConfiguration(
              "$process$ by $user$",
              "It ran $process$ ($nobody$)",
              "endpoint",
              Severity.HIGH,
              List.of(
                  new DrilldownSearch(
                      "View $user$",
                      "index=x | search process=\"$process$\"",
                      "$info_min_time$",
                      "$info_max_time$"),
                  new DrilldownSearch("Week", "index=risk \"$rule_name$\"", "-7d@d", "0")),
              List.of("user", "dest")));

  private static final Row ROW =
      new Row()
          .set("user", FieldValue.of("Bob"))
          .set("dest", FieldValue.of("h"))
          .set("process", FieldValue.of("c:\\a \"b\""))
          .set("source", FieldValue.of("s"));

  @Test
  void saysWhatWasFoundInTheWordsOfTheRow() {
    RiskKnowledge knowledge =
        new RiskKnowledge(
            List.of(),
            EntityTable.EMPTY,
            new EntityTable(
                List.of(new Entity(List.of("bob"), Severity.CRITICAL, List.of("vip"), "", false))));

    Notable notable = Notables.of(ACTIONS, knowledge, finding(Finding.Status.FINAL)).orElseThrow();

    assertThat(notable)
        .isEqualTo(
            new Notable(
                notable.notableId(),
                "f1",
                Finding.Status.FINAL,
                0,
                3_600_000,
                "ESCU - A - Rule",
                "c:\\a \"b\" by Bob",
                "It ran c:\\a \"b\" ($nobody$)",
                "endpoint",
                Severity.HIGH,
                Severity.CRITICAL,
                List.of(
                    new DrilldownSearch(
                        "View Bob",
                        "index=x | search process=\"c:\\\\a \\\"b\\\"\"",
                        "1.500",
                        "3000.000"),
                    new DrilldownSearch("Week", "index=risk \"ESCU - A - Rule\"", "-7d@d", "0")),
                List.of(
                    new NotableEntity("Bob", "user", Severity.CRITICAL),
                    new NotableEntity("h", "system", Severity.UNKNOWN)),
                Annotations.NONE,
                1_500,
                3_000_000,
                new Row()
                    .set("user", FieldValue.of("Bob"))
                    .set("dest", FieldValue.of("h"))
                    .set("process", FieldValue.of("c:\\a \"b\""))
                    .set("orig_source", FieldValue.of("s"))
                    .set("user_priority", FieldValue.of("critical"))
                    .set("user_category", FieldValue.of("vip"))));
    assertThat(StashText.of(notable))
        .startsWith("3600.000, search_name=\"ESCU - A - Rule\", dest=\"h\", event_hash=\"")
        .contains(", rule_title=\"c:\\\\a \\\"b\\\" by Bob\", ", ", urgency=\"critical\", ");
  }

  @Test
  void anEarlyFindingAndADeploymentWithoutNotablesGiveNone() {
    assertThat(Notables.of(ACTIONS, RiskKnowledge.NONE, finding(Finding.Status.EARLY))).isEmpty();
    assertThat(
            Notables.of(
                FindingActions.none("x"), RiskKnowledge.NONE, finding(Finding.Status.FINAL)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "informational, unknown, informational",
    "informational, critical, informational",
    "unknown, unknown, low",
    "low, low, low",
    "medium, low, low",
    "high, unknown, medium",
    "critical, low, high",
    "unknown, medium, low",
    "low, medium, low",
    "medium, medium, medium",
    "high, medium, high",
    "critical, medium, critical",
    "unknown, high, medium",
    "low, high, medium",
    "medium, high, medium",
    "high, high, high",
    "critical, high, critical",
    "unknown, critical, medium",
    "low, critical, medium",
    "medium, critical, high",
    "high, critical, critical",
    "critical, critical, critical"
  })
  void urgencyFollowsFromSeverityAndPriority(String severity, String priority, String urgency) {
    assertThat(Severity.spelled(severity).urgency(Severity.spelled(priority)).text())
        .isEqualTo(urgency);
  }

  @ParameterizedTest
  @CsvSource({
    "1, informational",
    "20, informational",
    "21, low",
    "40, low",
    "41, medium",
    "60, medium",
    "61, high",
    "80, high",
    "81, critical",
    "100, critical"
  })
  void severityFollowsFromTheScore(int score, String severity) {
    assertThat(Severity.ofScore(score).text()).isEqualTo(severity);
  }

  private static Finding finding(Finding.Status status) {
    return new Finding("f1", status, 0, "A", "id", 3, "TTP", WINDOW, ROW);
  }
}
