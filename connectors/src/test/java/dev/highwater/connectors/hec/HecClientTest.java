package dev.highwater.connectors.hec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.connectors.codec.OcsfJson;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackLabels;
import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.Severity;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Risk events and notables on their way to a Splunk that stays. Rules S-703, S-1920. */
class HecClientTest {

  private final List<Long> pauses = new ArrayList<>();
  private final FakeCollector collector = new FakeCollector();

  HecClientTest() throws IOException {}

  @AfterEach
  void stop() {
    collector.close();
  }

  private HecClient client(HecSettings settings) throws IOException {
    return new HecClient(settings, pauses::add);
  }

  @Test
  void sendsEventsAsTheOriginalsActionsWriteThem() throws IOException {
    try (HecClient client = client(collector.settings())) {
      client.take(risk("r1"));
      client.take(notable());
      client.take(new Outcome.Found(finding()));
      client.flush();
    }

    assertThat(collector.taken()).hasSize(1);
    String[] lines = collector.taken().get(0).split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .startsWith(
            "{\"time\":\"3600.500\",\"host\":\"highwater\",\"source\":\"ESCU - A - Rule\","
                + "\"sourcetype\":\"stash\",\"index\":\"risk\","
                + "\"event\":\"3600.500, search_name=\\\"ESCU - A - Rule\\\", ")
        .endsWith(
            "\"fields\":{\"risk_event_id\":\"r1\",\"finding_id\":\"f1\","
                + "\"finding_revision\":\"2\"}}");
    assertThat(lines[1]).contains("\"index\":\"notable\"", "\"notable_id\":\"n1\"");
  }

  @Test
  void batchesBySizeOnOneChannel() throws IOException {
    try (HecClient client = client(collector.settings().limitedTo(1, 3))) {
      client.take(risk("r1"));
      client.take(risk("r2"));
      client.take(risk("r3"));
      client.flush();
    }

    assertThat(collector.taken()).hasSize(3);
    assertThat(collector.channels()).hasSize(1);
  }

  @Test
  void triesAgainWithGrowingPausesAndLosesNothing() throws IOException {
    collector.failing(503, 500, 429);
    try (HecClient client = client(collector.settings())) {
      client.take(risk("r1"));
      client.flush();
    }

    assertThat(collector.taken()).hasSize(1);
    assertThat(pauses).startsWith(500L, 1000L, 2000L);
  }

  @Test
  void givesUpAfterItsAttemptsAndNeverShowsTheToken() throws IOException {
    collector.failing(503, 503, 503);
    HecSettings settings = collector.settings().limitedTo(1000, 3);
    try (HecClient client = client(settings)) {
      client.take(risk("r1"));
      assertThatThrownBy(client::flush)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the collector answered 503: {\"text\":\"Server is busy\"")
          .hasMessageNotContaining(FakeCollector.TOKEN);
    }
    assertThat(settings.toString()).doesNotContain(FakeCollector.TOKEN);
  }

  @Test
  void doesNotTryAgainWhatIsRefused() throws IOException {
    HecSettings wrong = HecSettings.of(collector.settings().collector(), "wrong");
    try (HecClient client = client(wrong)) {
      client.take(risk("r1"));
      assertThatThrownBy(client::flush).hasMessageContaining("answered 403");
    }
    assertThat(pauses).isEmpty();
  }

  @Test
  void asksUntilTheCollectorHasItSafe() throws IOException {
    try (HecClient client = client(collector.settings())) {
      client.take(risk("r1"));
      client.flush();
    }

    assertThat(collector.asked()).isEqualTo(2);
    assertThat(collector.taken()).hasSize(1);
  }

  @Test
  void sendsOnceMoreWhatTheCollectorForgot() throws IOException {
    collector.forgetting(0);
    try (HecClient client = client(collector.settings().limitedTo(100_000, 2))) {
      client.take(risk("r1"));
      client.flush();
    }

    assertThat(collector.taken()).hasSize(2);
  }

  @Test
  void asksNothingWhereNothingIsAcknowledged() throws IOException {
    try (HecClient client = client(collector.settings().withoutAcknowledgement())) {
      client.take(risk("r1"));
      client.flush();
    }

    assertThat(collector.asked()).isZero();
  }

  @Test
  void refusesSettingsThatCannotBe() {
    assertThatThrownBy(() -> HecSettings.of(URI.create("ftp://x"), "t"))
        .hasMessage("Invalid collector: ftp://x (must be like https://splunk:8088)");
    assertThatThrownBy(() -> HecSettings.of(URI.create("http://x"), "a\nb"))
        .hasMessageNotContaining("a\nb");
  }

  @Test
  void writesDetectionFindings() {
    String risk = new String(OcsfJson.line(event("r1")), StandardCharsets.UTF_8);
    String notable = new String(OcsfJson.line(notableEvent()), StandardCharsets.UTF_8);

    assertThat(risk)
        .startsWith(
            "{\"activity_id\":2,\"category_uid\":2,\"class_uid\":2004,"
                + "\"class_name\":\"Detection Finding\",\"type_uid\":200402,\"time\":3600500,"
                + "\"severity_id\":4,\"severity\":\"high\",\"status_id\":1,\"is_alert\":false,"
                + "\"message\":\"m\",\"risk_score\":64,")
        .contains("\"attacks\":[{\"technique\":{\"uid\":\"T1053\"}}]")
        .contains(
            "\"observables\":[{\"name\":\"risk_object\",\"type_id\":1,\"type\":\"system\","
                + "\"value\":\"h\"}]");
    assertThat(notable)
        .contains("\"is_alert\":true,\"message\":\"t\"", "\"severity\":\"critical\"");
  }

  private static Outcome risk(String id) {
    return new Outcome.Raised(event(id));
  }

  private static Finding finding() {
    return new Finding(
        "f1",
        Finding.Status.FINAL,
        0,
        "A",
        "id",
        1,
        "TTP",
        new SearchWindow(3_600_000, 0, 3_000_000),
        new Row());
  }

  private static RiskEvent event(String id) {
    return new RiskEvent(
        id,
        "f1",
        Finding.Status.AMENDED,
        2,
        3_600_500,
        "ESCU - A - Rule",
        "",
        "h",
        RiskObjectType.SYSTEM,
        "h",
        CalculatedScore.of(64),
        "m",
        List.of(),
        List.of(),
        new Annotations(Map.of("mitre_attack", List.of("T1053")), AttackLabels.NONE),
        "",
        0,
        3_000_000,
        3_600_000,
        new Row().set("dest", FieldValue.of("h")));
  }

  private static Outcome notable() {
    return new Outcome.Notified(notableEvent());
  }

  private static Notable notableEvent() {
    return new Notable(
        "n1",
        "f1",
        Finding.Status.FINAL,
        0,
        3_600_000,
        "ESCU - A - Rule",
        "t",
        "d",
        "endpoint",
        Severity.HIGH,
        Severity.CRITICAL,
        List.of(),
        List.of(),
        Annotations.NONE,
        0,
        3_000_000,
        new Row());
  }
}
