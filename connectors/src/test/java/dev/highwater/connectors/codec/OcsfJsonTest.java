package dev.highwater.connectors.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.connectors.Raised;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.risk.Notable.NotableEntity;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Detection Findings, held to what the schema says of them. Rule S-1923. */
class OcsfJsonTest {

  private final SchemaCheck schema = SchemaCheck.of("/ocsf/detection_finding-1.4.0.txt");

  OcsfJsonTest() throws IOException {}

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private static Json json(String text) {
    return Objects.requireNonNull(JsonReader.read(text));
  }

  @Test
  void whatIsWrittenIsWhatTheSchemaSays() {
    List<byte[]> lines = new ArrayList<>();
    for (Finding.Status status : Finding.Status.values()) {
      for (RiskObjectType type : RiskObjectType.values()) {
        for (int score = 1; score <= 100; score += 9) {
          lines.add(OcsfJson.line(Raised.event("r1", status, type, score)));
        }
      }
      for (Severity urgency : Severity.values()) {
        List<NotableEntity> entities =
            List.of(
                new NotableEntity("h", "system", urgency),
                new NotableEntity("u", "user", urgency),
                new NotableEntity("x", "other", urgency));
        lines.add(OcsfJson.line(Raised.notable(status, urgency, entities)));
        lines.add(OcsfJson.line(Raised.notable(status, urgency, List.of())));
      }
    }

    assertThat(lines)
        .allSatisfy(line -> assertThat(schema.faults("event", json(text(line)))).isEmpty());
  }

  @Test
  void theCheckTellsWhatIsWrong() {
    String wrong =
        text(OcsfJson.line(Raised.event("r1", Finding.Status.FINAL, RiskObjectType.USER, 64)))
            .replace("\"severity\":\"High\"", "\"severity\":\"high\"")
            .replace("\"risk_score\":64", "\"risk_score\":64.5")
            .replace("\"status_id\":1", "\"status_id\":7")
            .replace("\"version\":\"1.4.0\",", "")
            .replace("\"is_alert\":false", "\"alert\":false");

    assertThat(schema.faults("event", json(wrong)))
        .containsExactlyInAnyOrder(
            "event.severity of 4 cannot be high",
            "event.risk_score is no integer: 64.5",
            "event.status_id cannot be 7",
            "event.status of 7 cannot be New",
            "event.metadata.version is missing",
            "event.alert is unknown");
  }

  @Test
  void saysOfARiskEventWhatItIsAboutAndWhichRevisionItIs() {
    String line =
        text(OcsfJson.line(Raised.event("r1", Finding.Status.AMENDED, RiskObjectType.SYSTEM, 64)));

    assertThat(line)
        .startsWith(
            "{\"activity_id\":2,\"activity_name\":\"Update\",\"category_uid\":2,"
                + "\"category_name\":\"Findings\",\"class_uid\":2004,"
                + "\"class_name\":\"Detection Finding\",\"type_uid\":200402,"
                + "\"type_name\":\"Detection Finding: Update\",\"time\":3600500,"
                + "\"severity_id\":4,\"severity\":\"High\",\"status_id\":1,\"status\":\"New\","
                + "\"is_alert\":false,\"message\":\"m\",\"risk_score\":64,")
        .contains("\"uid\":\"r1.2\",\"correlation_uid\":\"f1\"")
        .contains("\"finding_info\":{\"uid\":\"r1\",\"title\":\"m\",\"created_time\":3600000,")
        .contains(
            "\"attacks\":[{\"technique\":{\"uid\":\"T1053\"}},"
                + "{\"technique\":{\"uid\":\"T1543\"},\"sub_technique\":{\"uid\":\"T1543.002\"}}]")
        .contains(
            "\"resources\":[{\"name\":\"h\",\"type\":\"system\"}],"
                + "\"observables\":[{\"name\":\"resources.name\",\"type_id\":1,"
                + "\"type\":\"Hostname\",\"value\":\"h\"}]")
        .endsWith("\"unmapped\":{\"calculated_risk_score\":64,\"dest\":\"h\"}}\n");
  }

  @Test
  void aNotableIsAnAlertUntilItIsWithdrawn() {
    String raised =
        text(OcsfJson.line(Raised.notable(Finding.Status.FINAL, Severity.CRITICAL, List.of())));
    String withdrawn =
        text(OcsfJson.line(Raised.notable(Finding.Status.WITHDRAWN, Severity.HIGH, List.of())));

    assertThat(raised).contains("\"severity\":\"Critical\"", "\"is_alert\":true,\"message\":\"t\"");
    assertThat(withdrawn)
        .contains("\"activity_id\":3,", "\"status\":\"Resolved\",\"is_alert\":false");
  }
}
