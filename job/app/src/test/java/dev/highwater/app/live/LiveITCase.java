package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.Highwater;
import dev.highwater.app.HighwaterRun;
import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.RiskOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.KafkaEnds;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.connectors.kafka.StartPoint;
import dev.highwater.connectors.kafka.TopicChoice;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.engine.schedule.PartitionEnds;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.LiveClock;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live over a broker of its own. Rules S-1964, S-2040, S-2043, S-2044, S-2045. */
class LiveITCase {

  private static final Pattern TIME = Pattern.compile("SystemTime=\"([^\"]+)\"");
  private static final Pattern UTC_TIME = Pattern.compile("\"UtcTime\">([^<]+)<");
  private static final Pattern SCHEDULED = Pattern.compile("\"scheduled_time\":\"([^\"]+)\"");
  private static final Duration DISORDER = Duration.ofMinutes(10);
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
    List<String> lines = log();
    Instant last = time(lines.get(lines.size() - 1));
    String later = at(lines.get(0), last.plus(Duration.ofHours(4)));
    Map<TopicPartition, List<String>> dealt = dealt(lines);
    dealt.values().forEach(some -> some.add(later));
    List<String> expected = replayed(lines, later, last.plus(Duration.ofHours(2)));
    assertThat(expected).isNotEmpty();

    broker.create("alpha", 2);
    broker.create("beta", 1);
    broker.send(dealt, Map.of("sourcetype", "sysmon:linux", "host", "h"));
    LiveOptions options = options(new TopicChoice(List.of("alpha", "beta"), null), "found");
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
        .contains("planned-0", "planned-1", "Topics to be made: plan.early, plan.failed");
    assertThat(HighwaterRun.of(directory, command).out()).isEqualTo(run.out());
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

  private static List<String> log() throws IOException {
    Path log = directory.resolve("generated.log");
    int code =
        Highwater.ofProcess()
            .run(
                "generate",
                "sysmon-linux",
                "--out=" + log,
                "--events=1500",
                "--seed=11",
                "--hours=6",
                "--matching=0.02",
                "--nasty=false");
    assertThat(code).isZero();
    return Files.readAllLines(log, StandardCharsets.UTF_8);
  }

  /** One line after the other to the next partition; neighbours in it change places. */
  private static Map<TopicPartition, List<String>> dealt(List<String> lines) {
    List<TopicPartition> partitions =
        List.of(
            new TopicPartition("alpha", 0),
            new TopicPartition("alpha", 1),
            new TopicPartition("beta", 0));
    Map<TopicPartition, List<String>> dealt =
        new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    for (int i = 0; i < lines.size(); i++) {
      dealt.computeIfAbsent(partitions.get(i % 3), each -> new ArrayList<>()).add(lines.get(i));
    }
    for (List<String> some : dealt.values()) {
      for (int i = 0; i + 1 < some.size(); i += 2) {
        Duration apart = Duration.between(time(some.get(i)), time(some.get(i + 1)));
        if (apart.compareTo(DISORDER.dividedBy(2)) < 0) {
          Collections.swap(some, i, i + 1);
        }
      }
    }
    return dealt;
  }

  private static Instant time(String line) {
    Matcher matcher = TIME.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return Instant.parse(matcher.group(1));
  }

  private static String at(String line, Instant time) {
    String written = time.toString().replace('T', ' ').replace("Z", "");
    return UTC_TIME
        .matcher(TIME.matcher(line).replaceFirst("SystemTime=\"" + time + "\""))
        .replaceFirst("\"UtcTime\">" + written + "<");
  }

  /** What a replay of all lines finds, the last one for each partition. */
  private static List<String> replayed(List<String> lines, String later, Instant until)
      throws Exception {
    List<String> all = new ArrayList<>(lines);
    all.addAll(Collections.nCopies(3, later));
    Path log = Files.write(directory.resolve("all.log"), all, StandardCharsets.UTF_8);
    Path out = directory.resolve("replayed");
    HighwaterRun run =
        HighwaterRun.of(
            directory,
            "replay",
            "--quiet",
            "--sourcetype=sysmon:linux",
            "--host=h",
            "--out=" + out,
            log.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return upTo(until, Files.readAllLines(out.resolve("findings.ndjson")));
  }

  /** Findings of runs up to a time, without what they are made of. */
  private static List<String> upTo(Instant until, List<String> findings) {
    List<String> chosen = new ArrayList<>();
    for (String finding : findings) {
      Matcher scheduled = SCHEDULED.matcher(finding);
      assertThat(scheduled.find()).as(finding).isTrue();
      if (!Instant.parse(scheduled.group(1)).isAfter(until)) {
        chosen.add(finding.replaceFirst(",\"content_revision\":.*", "}"));
      }
    }
    return chosen;
  }

  private static LiveOptions options(TopicChoice topics, String prefix) {
    return new LiveOptions(
        new ContentOptions(
            List.of(), null, null, null, ZoneOffset.UTC, null, OutputFormat.TEXT, true),
        List.of(),
        new EnabledDetections(List.of(), true),
        broker.address(),
        null,
        topics,
        StartPoint.EARLIEST,
        "live-test",
        RecordForm.RAW,
        null,
        OriginSettings.NONE,
        new LiveClock(DISORDER, LiveClock.UNBOUNDED),
        prefix,
        null,
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        1,
        RunLimits.DEFAULT,
        RiskOptions.NONE,
        false,
        false);
  }

  private static List<String> liveFindings(LiveOptions options, int expected, Instant until)
      throws Exception {
    LiveStream stream = LiveStream.of(options, ClientProperties.of(options.brokers()));
    stream.createMissing();
    StreamGraph graph = graph(options, stream);
    Thread job;
    List<String> found;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(1, InputVolume.SMALL)) {
      job = new Thread(() -> run(cluster, graph), "live");
      job.start();
      found =
          broker.committed(
              options.outTopics() + ".findings",
              values -> upTo(until, values).size() >= expected,
              Duration.ofSeconds(60));
      cluster.cancel();
      job.join();
    }
    return upTo(until, found);
  }

  private static void run(EmbeddedCluster cluster, StreamGraph graph) {
    try {
      cluster.run(graph, accumulators -> {});
    } catch (JobExecutionException e) {
      // Cancelled, or it failed: then the findings are missing.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StreamGraph graph(LiveOptions options, LiveStream stream) throws IOException {
    StringWriter err = new StringWriter();
    ReplayContent content =
        EnabledContent.load(
                options.content(), List.of(), options.enabled(), new PrintWriter(err, true))
            .flatMap(
                loaded ->
                    ReplayContent.of(
                        loaded,
                        ZoneOffset.UTC,
                        UnaryOperator.identity(),
                        new PrintWriter(err, true)))
            .orElseThrow(() -> new IllegalStateException(err.toString()));
    JobContent shipped = content.shipped(content.revision(), options.content());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(LiveJob.settings(options));
    DataStream<RawEvent> records =
        LiveJob.records(environment, options, stream, TopicMaps.NONE)
            .map(new FailOnce(FAIL_AFTER))
            .returns(RawEventTypeInfo.INSTANCE)
            .uid("fail-once")
            .setParallelism(1);
    LiveJob.deliver(LiveJob.outcomes(records, options, stream, shipped), options, stream);
    return environment.getStreamGraph();
  }
}
