package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.app.HighwaterRun;
import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive that goes on behind the hand-over, and topics that begin before it: what a replay of
 * each event once finds. Rules S-2070, S-2071, S-2072, S-2073, S-2074.
 */
class BackfillITCase {

  private static final Duration OVERLAP = Duration.ofMinutes(30);
  private static final String TOPIC = "logs";
  private static final String PAIRS = "pairs";
  private static final int IN_ARCHIVE = 300;

  @TempDir private static Path directory;
  private static TrialBroker broker;
  private static Path archive;
  private static int archived;
  private static Instant handOver;
  private static Instant until;
  private static List<String> expected;

  @BeforeAll
  static void start() throws Exception {
    broker = TrialBroker.start(directory.resolve("kafka"));
    TrialLog log = new TrialLog(directory);
    List<String> lines = log.lines();
    Instant last = TrialLog.time(lines.get(lines.size() - 1));
    handOver = TrialLog.time(lines.get(lines.size() / 2));
    until = last.plus(Duration.ofHours(2));
    String later = TrialLog.at(lines.get(0), last.plus(Duration.ofHours(4)));
    List<String> all = new ArrayList<>(lines);
    all.addAll(List.of(later, later));
    expected = log.replayed(all, until);
    assertThat(expected).isNotEmpty();
    archive = archive(lines);
    Map<String, String> headers = Map.of("sourcetype", "sysmon:linux", "host", "h");
    broker.create(TOPIC, 2);
    broker.send(topic(TOPIC, lines, later), headers);
    broker.create(PAIRS, 2);
    Map<TopicPartition, List<String>> pairs = topic(PAIRS, lines, later);
    pairs.replaceAll((partition, some) -> inPairs(some));
    broker.send(pairs, headers);
  }

  /** Two files side by side in time. */
  private static Path archive(List<String> lines) throws IOException {
    Path files = Files.createDirectories(directory.resolve("archive"));
    List<String> even = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (String line : lines) {
      if (TrialLog.time(line).isBefore(handOver.plus(OVERLAP))) {
        (even.size() > odd.size() ? odd : even).add(line);
      }
    }
    archived = even.size() + odd.size();
    Files.write(files.resolve("even.log"), even, StandardCharsets.UTF_8);
    Files.write(files.resolve("odd.log"), odd, StandardCharsets.UTF_8);
    return files;
  }

  private static List<String> inPairs(List<String> lines) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      pairs.add(String.join("\n", lines.subList(i, Math.min(i + 2, lines.size()))));
    }
    return pairs;
  }

  private static Map<TopicPartition, List<String>> topic(
      String topic, List<String> lines, String later) {
    Map<TopicPartition, List<String>> dealt = new TreeMap<>(TrialBroker.BY_NAME);
    for (String line : lines) {
      if (!TrialLog.time(line).isBefore(handOver.minus(OVERLAP))) {
        int partition = Math.floorMod(line.hashCode(), 2);
        dealt
            .computeIfAbsent(new TopicPartition(topic, partition), each -> new ArrayList<>())
            .add(line);
      }
    }
    dealt.values().forEach(some -> some.add(later));
    return dealt;
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    broker.stop();
  }

  @Test
  void findsEachOnceThoughATaskFailsInTheArchive() throws Exception {
    assertThat(found(TOPIC, RecordForm.RAW, IN_ARCHIVE))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void findsEachOnceInRecordsOfSeveralThoughATaskFailsBehindTheHandOver() throws Exception {
    assertThat(found(PAIRS, RecordForm.AUTO, archived + IN_ARCHIVE))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Who has read the archive must not go over a hole. */
  @Test
  void recordsThatAreGoneWhenTheirTurnComesAreToldAndFailTheJob() throws Exception {
    TopicPartition partition = new TopicPartition("cut", 0);
    broker.create("cut", 1);
    broker.send(Map.of(partition, List.of("a", "b", "c")), Map.of());
    LiveOptions options = options("cut", "of-cut", RecordForm.RAW);
    ClientProperties client = ClientProperties.of(broker.address());
    LiveStream stream = LiveStream.of(options, client);
    broker.delete(partition, 2);
    Configuration settings = LiveJob.settings(options);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    TrialJob.input(options, stream).records(environment, options).sinkTo(new DiscardingSink<>());
    try (EmbeddedCluster cluster = EmbeddedCluster.start(1, InputVolume.SMALL)) {
      assertThatThrownBy(() -> cluster.run(environment.getStreamGraph(), numbers -> {}))
          .hasStackTraceContaining("OffsetOutOfRange");
    }
    assertThat(stream.cut()).isEmpty();
    assertThat(LiveStream.of(options, client).cut()).isEqualTo(Map.of(partition, 2L));
  }

  private static LiveOptions options(String topic, String prefix, RecordForm form) {
    return TrialJob.options(
        broker.address(),
        List.of(topic),
        prefix,
        null,
        List.of(),
        1,
        new TrialJob.Input(
            form,
            new OriginSettings("h", null, "sysmon:linux", null),
            new BackfillOptions(List.of(archive.toString()), null, handOver)));
  }

  private static List<String> found(String topic, RecordForm form, int failAfter) throws Exception {
    String prefix = "of-" + topic;
    LiveOptions options = options(topic, prefix, form);
    LiveStream stream = LiveStream.of(options, ClientProperties.of(broker.address()));
    stream.createMissing();
    List<String> found =
        TrialJob.whileRunning(
            TrialJob.graph(options, stream, failAfter),
            () ->
                broker.committed(
                    prefix + ".findings",
                    values -> TrialLog.upTo(until, values).size() >= expected.size(),
                    Duration.ofSeconds(60)));
    assertThat(FailOnce.takeFailures()).isEqualTo(1);
    assertThat(broker.committed(prefix + ".late", late -> !late.isEmpty(), Duration.ofSeconds(1)))
        .isEmpty();
    return TrialLog.upTo(until, found);
  }

  @Test
  void printsTheArchiveAndTheHandOver() throws Exception {
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "live",
            "--brokers=" + broker.address(),
            "--topic=" + TOPIC,
            "--out-topics=planned",
            "--backfill=" + archive,
            "--hand-over=" + handOver,
            "--sourcetype=sysmon:linux",
            "--detection=*Systemd*",
            "--dry-run");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("even.log", "odd.log", "Hand-over: from " + handOver, TOPIC + "-1");
  }

  @Test
  void saysThatTheArchiveIsNotThere() throws Exception {
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "live",
            "--brokers=" + broker.address(),
            "--topic=" + TOPIC,
            "--out-topics=planned",
            "--backfill=nowhere",
            "--hand-over=2026-03-01",
            "--enable-all");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("nowhere: no such file or directory");
  }
}
