package dev.highwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Rules S-700, S-701, S-703, S-914. */
class RiskEventsTest {

  private static final SearchWindow WINDOW = new SearchWindow(3_600_000, 0, 3_000_000);

  @Test
  void raisesOneEventForEachObjectAndValue() {
    Row row =
        new Row()
            .set("dest", FieldValue.of("host-1"))
            .set("user", MultiValue.of(List.of(FieldValue.of("bob"), FieldValue.of("eve"))))
            .set("src", FieldValue.of(""))
            .set("process", MultiValue.of(List.of(FieldValue.of("sh"), FieldValue.of("nc"))));

    List<RiskEvent> events = RiskEvents.of(new Search(), finding(row, Finding.Status.FINAL));

    assertThat(events).extracting(RiskEvent::riskObject).containsExactly("host-1", "bob", "eve");
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
                "host-1",
                RiskObjectType.SYSTEM,
                64,
                "sh, nc on host-1",
                List.of("sh", "nc"),
                List.of("process", "process"),
                List.of("Gomir"),
                List.of("T1053.006"),
                0,
                3_000_000,
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

    RiskEvent event = RiskEvents.of(new Search(), finding(row, Finding.Status.FINAL)).get(0);

    assertThat(event.timeMillis()).isEqualTo(1_000_500);
    assertThat(event.row())
        .isEqualTo(
            new Row()
                .set("orig_time", FieldValue.of(1000.5))
                .set("orig_host", FieldValue.of("h"))
                .set("dest", FieldValue.of("d")));
  }

  @Test
  void anEarlyFindingRaisesNoRisk() {
    Row row = new Row().set("dest", FieldValue.of("d"));

    assertThat(RiskEvents.of(new Search(), finding(row, Finding.Status.EARLY))).isEmpty();
    assertThat(RiskEvents.of(new Search(), finding(new Row(), Finding.Status.FINAL))).isEmpty();
  }

  private static Finding finding(Row row, Finding.Status status) {
    return new Finding("f1", status, 0, "A", "id", 3, "Anomaly", WINDOW, row);
  }

  private record Search() implements RiskSource {

    @Override
    public String searchName() {
      return "ESCU - A - Rule";
    }

    @Override
    public RiskConfiguration risk() {
      String message = "$process$ on $dest$";
      return new RiskConfiguration(
          message,
          OptionalInt.of(80),
          OptionalInt.of(80),
          List.of(
              new RiskObject("dest", RiskObjectType.SYSTEM, 64, message),
              new RiskObject("user", RiskObjectType.USER, 64, message),
              new RiskObject("src", RiskObjectType.SYSTEM, 64, message),
              new RiskObject("missing", RiskObjectType.OTHER, 64, message)),
          List.of(new ThreatObject("process", "process")));
    }

    @Override
    public List<String> analyticStories() {
      return List.of("Gomir");
    }

    @Override
    public List<String> mitreAttackIds() {
      return List.of("T1053.006");
    }
  }
}
