package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.HighwaterRun;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.published.ContentTopic;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-2110, S-2114, S-2115, with a real broker. */
class LiveContentITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path directory;
  private static TrialBroker broker;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    broker = TrialBroker.start(directory.resolve("kafka"));
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    broker.stop();
  }

  private static void publish(TrialContent content) {
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "content",
            "publish",
            content.directory().toString(),
            "--to=kafka:rules",
            "--brokers=" + broker.address());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void takesUpWhatIsPublishedWhileItRunsAndLosesNothing() throws Exception {
    TrialLog log = new TrialLog(directory);
    List<String> lines = log.lines();
    Instant last = TrialLog.time(lines.get(lines.size() - 1));
    String later = TrialLog.at(lines.get(0), last.plus(Duration.ofHours(4)));
    TrialContent old =
        TrialContent.in(directory.resolve("old"))
            .detection("untouched", "*")
            .detection("changed", "/etc/*")
            .detection("removed", "*.conf")
            .detection("broken", "/tmp/*");
    TrialContent changed =
        TrialContent.in(directory.resolve("changed"))
            .detection("untouched", "*")
            .detection("changed", "*.service")
            .detection("added", "/etc/*")
            .detection("broken", "a", "| tstats count from datamodel=Endpoint.Nonsense");
    broker.create("logs", 1);
    publish(old);
    LiveOptions options =
        TrialJob.options(
            broker.address(), List.of("logs"), "out", null, List.of(old.directory()), 2);
    ClientProperties client = ClientProperties.of(broker.address());
    LiveStream stream = LiveStream.of(options, client);
    stream.createMissing();
    FollowedContent feed =
        new FollowedContent(
            new ContentTopic(client, "rules"),
            new ContentChoice(List.of(), List.of(), true, false, "", "", "Z"));
    StreamGraph graph = TrialJob.graph(options, stream, 1_200, feed);

    Instant until = last.plus(Duration.ofHours(2));
    List<Json.Members> reports = new ArrayList<>();
    List<String> found =
        TrialJob.whileRunning(
            graph,
            2,
            () -> {
              send(lines.subList(0, 700));
              committed("out.findings", 1);
              publish(changed);
              reports.addAll(reports());
              send(lines.subList(700, lines.size()));
              send(List.of(later));
              Expected expected = expected(log, lines, later, old, changed, reports.get(0));
              return broker.committed(
                  "out.findings",
                  values -> TrialLog.upTo(until, values).size() >= expected.upTo(until).size(),
                  PATIENCE);
            });

    assertThat(FailOnce.takeFailures()).isEqualTo(1);
    Json.Members report = reports.get(0);
    assertThat(texts(report, "added")).containsExactly("added");
    assertThat(texts(report, "changed")).containsExactly("changed");
    assertThat(texts(report, "removed")).containsExactly("removed");
    assertThat(texts(report, "kept")).containsExactly("broken");
    assertThat(texts(report, "problems"))
        .singleElement()
        .asString()
        .startsWith("kafka:rules/detections/broken.yml:7:40: ");
    assertThat(TrialLog.upTo(until, found))
        .containsExactlyInAnyOrderElementsOf(
            expected(log, lines, later, old, changed, report).upTo(until));
  }

  private record Expected(List<String> findings) {

    private List<String> upTo(Instant until) {
      return TrialLog.upTo(until, findings);
    }
  }

  /** By two replays: of each run what the text finds that was in force when its events came. */
  private static Expected expected(
      TrialLog log,
      List<String> lines,
      String later,
      TrialContent old,
      TrialContent changed,
      Json.Members report)
      throws IOException {
    assertThat(text(report, "effective_time")).as(report.toString()).isNotEmpty();
    Instant from = Instant.parse(text(report, "effective_time"));
    List<String> all = new ArrayList<>(lines);
    all.add(later);
    List<String> findings = new ArrayList<>();
    for (String each : log.replayed(all, Instant.MAX, "--content=" + old.directory())) {
      if (isOf(each, Set.of("untouched", "broken")) || earliest(each).isBefore(from)) {
        findings.add(each);
      }
    }
    for (String each : log.replayed(all, Instant.MAX, "--content=" + changed.directory())) {
      if (isOf(each, Set.of("changed", "added")) && !earliest(each).isBefore(from)) {
        findings.add(each);
      }
    }
    return new Expected(findings);
  }

  private static boolean isOf(String finding, Set<String> detections) {
    return detections.contains(text(json(finding), "detection_id"));
  }

  private static Instant earliest(String finding) {
    return Instant.parse(text(json(finding), "earliest"));
  }

  private static void send(List<String> lines) {
    broker.send(
        Map.of(new TopicPartition("logs", 0), lines),
        Map.of("sourcetype", "sysmon:linux", "host", "h"));
  }

  private static List<String> committed(String topic, int number) {
    return broker.committed(topic, values -> values.size() >= number, PATIENCE);
  }

  private static List<Json.Members> reports() {
    return committed("out.content", 1).stream().map(LiveContentITCase::json).toList();
  }

  private static Json.Members json(String line) {
    if (JsonReader.readStructure(line) instanceof Json.Members members) {
      return members;
    }
    throw new AssertionError(line);
  }

  private static String text(Json.Members object, String name) {
    Json value = object.byName().get(name);
    return value == null ? "" : String.valueOf(value.fieldText());
  }

  private static List<String> texts(Json.Members object, String name) {
    return object.byName().get(name) instanceof Json.Items items
        ? items.list().stream().map(each -> String.valueOf(each.fieldText())).toList()
        : List.of();
  }
}
