package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.HighwaterRun;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.KafkaEnds;
import dev.highwater.engine.schedule.PartitionEnds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live over a broker. Rules S-1964, S-2040, S-2043, S-2044, S-2045, S-2101. */
class LiveITCase {

  private static final Duration DISORDER = TrialJob.DISORDER;
  private static final int FAIL_AFTER = 700;

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

  @Test
  void findsWhatAReplayFindsOnceThoughATaskFails() throws Exception {
    TrialLog log = new TrialLog(directory);
    List<String> lines = log.lines();
    Instant last = TrialLog.time(lines.get(lines.size() - 1));
    String later = TrialLog.at(lines.get(0), last.plus(Duration.ofHours(4)));
    Map<TopicPartition, List<String>> dealt = dealt(lines);
    dealt.values().forEach(some -> some.add(later));
    List<String> all = new ArrayList<>(lines);
    all.addAll(Collections.nCopies(3, later));
    List<String> expected = log.replayed(all, last.plus(Duration.ofHours(2)));
    assertThat(expected).isNotEmpty();

    broker.create("alpha", 2);
    broker.create("beta", 1);
    broker.send(dealt, Map.of("sourcetype", "sysmon:linux", "host", "h"));
    LiveOptions options =
        TrialJob.options(broker.address(), List.of("alpha", "beta"), "found", null);
    List<String> found = liveFindings(options, expected.size(), last.plus(Duration.ofHours(2)));

    assertThat(FailOnce.takeFailures()).isEqualTo(1);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void saysThatATopicIsMissingAndWhichThereAre() throws Exception {
    broker.create("there", 1);
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "live",
            "--brokers=" + broker.address(),
            "--topic=not-there",
            "--out-topics=x",
            "--enable-all");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("No topic not-there at " + broker.address() + "; there are ");
  }

  @Test
  void saysThatNoBrokerAnswers() throws Exception {
    String nobody = "127.0.0.1:" + TrialBroker.freePort();
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "live",
            "--brokers=" + nobody,
            "--topic=t",
            "--out=" + directory.resolve("o"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().trim()).isEqualTo("No broker answers at " + nobody + " within 10 s");
  }

  @Test
  void saysThatTheBrokerAllowsNoTransactionThatLong() throws Exception {
    broker.create("long", 1);
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "live",
            "--brokers=" + broker.address(),
            "--topic=long",
            "--out-topics=x",
            "--transaction-timeout=20m");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(
            "Transactions may stay open for 900000 ms at "
                + broker.address()
                + " (transaction.max.timeout.ms), and the job wants 1200000 ms");
  }

  @Test
  void printsThePlanAndMakesNothing() throws Exception {
    broker.create("planned", 2);
    String[] command = {
      "live",
      "--brokers=" + broker.address(),
      "--topic=planned",
      "--start=latest",
      "--out-topics=plan",
      "--detection=*Systemd*",
      "--dry-run"
    };
    HighwaterRun run = HighwaterRun.of(directory, command);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "planned-0", "planned-1", "Topics to be made: plan.content, plan.early, plan.failed");
    assertThat(HighwaterRun.of(directory, command).out()).isEqualTo(run.out());
  }

  @ParameterizedTest
  @CsvSource({"--host=h, 0, 5", "--deal, 3, 2"})
  void sendsEventsOfAHostToOnePartitionOrToAllInTurn(String option, long least, long most)
      throws Exception {
    String topic = "sent" + least;
    broker.create(topic, 2);
    HighwaterRun run = sendFive(topic, option);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(broker.counts(topic)).containsExactlyInAnyOrder(least, most);
  }

  @Test
  void saysThatATopicToSendToIsMissing() throws Exception {
    HighwaterRun run = sendFive("nowhere", "--quiet");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("No topic nowhere at " + broker.address());
  }

  private static HighwaterRun sendFive(String topic, String option) throws IOException {
    Path log = directory.resolve("five.log");
    Files.write(log, new TrialLog(directory).lines().subList(0, 5));
    return HighwaterRun.of(
        directory,
        "replay-to",
        "kafka",
        "--brokers=" + broker.address(),
        "--topic=" + topic,
        "--sourcetype=sysmon:linux",
        option,
        log.toString());
  }

  @Test
  void aReaderBehindAllRecordsStandsAtTheEndThoughAMarkFollows() throws Exception {
    broker.create("marked", 2);
    broker.sendInTransaction(new TopicPartition("marked", 0), "read");
    broker.sendInTransaction(new TopicPartition("marked", 1), "not read");
    Map<String, Long> next = Map.of("marked-0", 1L, "marked-1", 0L);
    Map<String, PartitionEnds.Standing> standing = Map.of();
    try (PartitionEnds.Watch watch = new KafkaEnds(ClientProperties.of(broker.address())).watch()) {
      long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (standing.isEmpty() && System.nanoTime() < until) {
        standing = watch.standing(next);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    assertThat(standing).containsOnlyKeys("marked-0");
    assertThat(standing.values())
        .extracting(PartitionEnds.Standing::nextOffset)
        .containsExactly(1L);
  }

  /** One line after the other to the next partition; neighbours in it change places. */
  private static Map<TopicPartition, List<String>> dealt(List<String> lines) {
    List<TopicPartition> partitions =
        List.of(
            new TopicPartition("alpha", 0),
            new TopicPartition("alpha", 1),
            new TopicPartition("beta", 0));
    Map<TopicPartition, List<String>> dealt = new TreeMap<>(TrialBroker.BY_NAME);
    for (int i = 0; i < lines.size(); i++) {
      dealt.computeIfAbsent(partitions.get(i % 3), each -> new ArrayList<>()).add(lines.get(i));
    }
    for (List<String> some : dealt.values()) {
      for (int i = 0; i + 1 < some.size(); i += 2) {
        Duration apart =
            Duration.between(TrialLog.time(some.get(i)), TrialLog.time(some.get(i + 1)));
        if (apart.compareTo(DISORDER.dividedBy(2)) < 0) {
          Collections.swap(some, i, i + 1);
        }
      }
    }
    return dealt;
  }

  private static List<String> liveFindings(LiveOptions options, int expected, Instant until)
      throws Exception {
    LiveStream stream = LiveStream.of(options, ClientProperties.of(options.brokers()));
    stream.createMissing();
    StreamGraph graph = TrialJob.graph(options, stream, FAIL_AFTER);
    List<String> found =
        TrialJob.whileRunning(
            graph,
            () ->
                broker.committed(
                    options.outTopics() + ".findings",
                    values -> TrialLog.upTo(until, values).size() >= expected,
                    Duration.ofSeconds(60)));
    return TrialLog.upTo(until, found);
  }
}
