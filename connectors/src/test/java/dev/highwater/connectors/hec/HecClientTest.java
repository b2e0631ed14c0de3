package dev.highwater.connectors.hec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.connectors.Raised;
import dev.highwater.engine.detect.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
      client.take(Raised.risk("r1"));
      client.take(Raised.notable());
      client.take(new Outcome.Found(Raised.finding()));
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
                + "\"finding_revision\":\"2\",\"finding_status\":\"amended\"}}");
    assertThat(lines[1]).contains("\"index\":\"notable\"", "\"notable_id\":\"n1\"");
  }

  @Test
  void batchesBySizeOnOneChannel() throws IOException {
    try (HecClient client = client(collector.settings().limitedTo(1, 3))) {
      client.take(Raised.risk("r1"));
      client.take(Raised.risk("r2"));
      client.take(Raised.risk("r3"));
      client.flush();
    }

    assertThat(collector.taken()).hasSize(3);
    assertThat(collector.channels()).hasSize(1);
  }

  @Test
  void triesAgainWithGrowingPausesAndLosesNothing() throws IOException {
    collector.failing(503, 500, 429);
    try (HecClient client = client(collector.settings())) {
      client.take(Raised.risk("r1"));
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
      client.take(Raised.risk("r1"));
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
      client.take(Raised.risk("r1"));
      assertThatThrownBy(client::flush).hasMessageContaining("answered 403");
    }
    assertThat(pauses).isEmpty();
  }

  @Test
  void asksUntilTheCollectorHasItSafe() throws IOException {
    try (HecClient client = client(collector.settings())) {
      client.take(Raised.risk("r1"));
      client.flush();
    }

    assertThat(collector.asked()).isEqualTo(2);
    assertThat(collector.taken()).hasSize(1);
  }

  @Test
  void sendsOnceMoreWhatTheCollectorForgot() throws IOException {
    collector.forgetting(0);
    try (HecClient client = client(collector.settings().limitedTo(100_000, 2))) {
      client.take(Raised.risk("r1"));
      client.flush();
    }

    assertThat(collector.taken()).hasSize(2);
  }

  @Test
  void asksNothingWhereNothingIsAcknowledged() throws IOException {
    try (HecClient client = client(collector.settings().withoutAcknowledgement())) {
      client.take(Raised.risk("r1"));
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
}
