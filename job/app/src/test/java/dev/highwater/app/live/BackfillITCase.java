package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.HighwaterRun;
import dev.highwater.app.options.BackfillOptions;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.ClientProperties;
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
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive that goes on behind the hand-over, and topics that begin before it: what a replay of
 * each event once finds. Rules S-2070, S-2071, S-2072.
 */
class BackfillITCase {

  private static final Duration OVERLAP = Duration.ofMinutes(30);
  private static final String TOPIC = "logs";
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
    broker.create(TOPIC, 2);
    broker.send(topic(lines, later), Map.of("sourcetype", "sysmon:linux", "host", "h"));
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

  private static Map<TopicPartition, List<String>> topic(List<String> lines, String later) {
    Map<TopicPartition, List<String>> dealt = new TreeMap<>(TrialBroker.BY_NAME);
    for (String line : lines) {
      if (!TrialLog.time(line).isBefore(handOver.minus(OVERLAP))) {
        int partition = Math.floorMod(line.hashCode(), 2);
        dealt
            .computeIfAbsent(new TopicPartition(TOPIC, partition), each -> new ArrayList<>())
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
    assertThat(found("in-archive", IN_ARCHIVE)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void findsEachOnceThoughATaskFailsBehindTheHandOver() throws Exception {
    assertThat(found("in-topics", archived + IN_ARCHIVE))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> found(String prefix, int failAfter) throws Exception {
    LiveOptions options =
        TrialJob.options(
            broker.address(),
            List.of(TOPIC),
            prefix,
            null,
            new OriginSettings("h", null, "sysmon:linux", null),
            new BackfillOptions(List.of(archive.toString()), null, handOver));
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
