package dev.highwater.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.HighwaterRun;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.FailOnce;
import dev.highwater.connectors.kafka.ClientProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Garbage between events, a task that fails, TLS, doors that are locked. Rules S-2041, S-2044. */
class LiveFaultsITCase {

  private static final Pattern UNPARSABLE =
      Pattern.compile("\"reason\":\"([^\"]+)\".*\"offset\":(\\d+).*\"input\":\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOPIC = "mixed";
  private static final int MALFORMED = 40;
  private static final int BLANK = 10;

  /** Behind events, garbage and some more events. */
  private static final int FAIL_AFTER = 900;

  @TempDir private static Path directory;
  private static TrialBroker broker;
  private static List<String> expected;
  private static int garbageFrom;
  private static Instant until;

  @BeforeAll
  static void start() throws Exception {
    broker = TrialBroker.start(directory.resolve("kafka"));
    TrialLog log = new TrialLog(directory);
    List<String> lines = new ArrayList<>(log.lines());
    Instant last = TrialLog.time(lines.get(lines.size() - 1));
    lines.add(TrialLog.at(lines.get(0), last.plus(Duration.ofHours(4))));
    until = last.plus(Duration.ofHours(2));
    expected = log.replayed(lines, until);
    assertThat(expected).isNotEmpty();
    garbageFrom = lines.size() / 2;
    Map<String, String> headers = Map.of("sourcetype", "sysmon:linux", "host", "h");
    broker.create(TOPIC, 1);
    send(lines.subList(0, garbageFrom), headers);
    send(Collections.nCopies(MALFORMED, "\u0000{<"), Map.of("time", "soon"));
    send(Collections.nCopies(BLANK, " "), headers);
    send(lines.subList(garbageFrom, lines.size()), headers);
  }

  private static void send(List<String> values, Map<String, String> headers) {
    broker.send(Map.of(new TopicPartition(TOPIC, 0), values), headers);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    broker.stop();
  }

  @Test
  void overTlsGarbageIsToldOnceAndEventsAroundItAreFound() throws Exception {
    LiveOptions options = TrialJob.options(broker.tlsAddress(), List.of(TOPIC), "sorted", null);
    ClientProperties client =
        ClientProperties.read(broker.tlsAddress(), broker.tlsProperties(TrialKeys.PASSWORD));
    LiveStream stream = LiveStream.of(options, client);
    stream.createMissing();
    List<String> found =
        TrialJob.whileRunning(
            TrialJob.graph(options, stream, FAIL_AFTER),
            () ->
                broker.committed(
                    "sorted.findings",
                    values -> TrialLog.upTo(until, values).size() >= expected.size(),
                    PATIENCE));
    assertThat(FailOnce.takeFailures()).isEqualTo(1);
    assertThat(TrialLog.upTo(until, found)).containsExactlyInAnyOrderElementsOf(expected);
    List<String> told =
        broker.committed(
            "sorted.unparsable", values -> values.size() >= MALFORMED + BLANK, PATIENCE);
    assertThat(told.stream().map(LiveFaultsITCase::reasonAndPlace))
        .containsExactlyInAnyOrderElementsOf(garbage());
  }

  private static List<String> garbage() {
    List<String> garbage = new ArrayList<>();
    for (int i = 0; i < MALFORMED + BLANK; i++) {
      String reason = i < MALFORMED ? "not of the form that the input has" : "blank line";
      garbage.add(reason + " at " + TOPIC + "-0 " + (garbageFrom + i));
    }
    return garbage;
  }

  private static String reasonAndPlace(String line) {
    Matcher matcher = UNPARSABLE.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return matcher.group(1) + " at " + matcher.group(3) + " " + matcher.group(2);
  }

  @Test
  void filesBehindALockedDoorHoldEachFindingOnceThoughATaskFails() throws Exception {
    Path out = directory.resolve("lines");
    LiveOptions options = TrialJob.options(broker.lockedAddress(), List.of(TOPIC), null, out);
    ClientProperties client =
        ClientProperties.read(
            broker.lockedAddress(), broker.clientProperties(TrialBroker.PASSWORD));
    LiveStream stream = LiveStream.of(options, client);
    List<String> found =
        TrialJob.whileRunning(
            TrialJob.graph(options, stream, FAIL_AFTER), () -> closed(out.resolve("findings")));
    assertThat(FailOnce.takeFailures()).isEqualTo(1);
    assertThat(TrialLog.upTo(until, found)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(lines(out.resolve("unparsable")).stream().map(LiveFaultsITCase::reasonAndPlace))
        .containsExactlyInAnyOrderElementsOf(garbage());
  }

  private static List<String> closed(Path kind) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> lines = lines(kind);
    while (TrialLog.upTo(until, lines).size() < expected.size() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      lines = lines(kind);
    }
    return lines;
  }

  /** Of files that are closed; others are hidden. */
  private static List<String> lines(Path kind) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.isDirectory(kind)) {
      try (Stream<Path> files = Files.list(kind)) {
        for (Path file : files.filter(each -> isClosed(each)).toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }

  private static boolean isClosed(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  @Test
  void aWrongPasswordIsToldAndNotPrinted() throws Exception {
    HighwaterRun run = plan(broker.lockedAddress(), broker.clientProperties("wrong-sesame"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(broker.lockedAddress() + " does not let us in: Authentication failed")
        .contains("(see --client-properties)");
    assertThat(run.out() + run.err()).doesNotContain("sesame");
  }

  @Test
  void theRightPasswordOpensAndIsNotPrinted() throws Exception {
    HighwaterRun run = plan(broker.lockedAddress(), broker.clientProperties(TrialBroker.PASSWORD));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(broker.lockedAddress(), "sasl.jaas.config", "ssl.truststore", TOPIC + "-0");
    assertThat(run.out() + run.err()).doesNotContain("sesame");
  }

  @Test
  void aCertificateThatIsNotTrustedIsTold() throws Exception {
    HighwaterRun run = plan(broker.tlsAddress(), broker.trustingOthers());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().trim())
        .isEqualTo(
            "No TLS with "
                + broker.tlsAddress()
                + ": unable to find valid certification path to requested target"
                + " (see ssl.truststore, ssl.keystore of --client-properties)");
  }

  @Test
  void aStoreThatDoesNotOpenIsToldWithoutItsPassword() throws Exception {
    HighwaterRun run = plan(broker.tlsAddress(), broker.tlsProperties("wrong-sesame"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Cannot connect to " + broker.tlsAddress() + ": Failed to load SSL keystore ")
        .contains("trust.p12 of type PKCS12: keystore password was incorrect");
    assertThat(run.out() + run.err()).doesNotContain("sesame");
  }

  private static HighwaterRun plan(String brokers, Path client) {
    return HighwaterRun.of(
        directory,
        "live",
        "--brokers=" + brokers,
        "--topic=" + TOPIC,
        "--out-topics=planned",
        "--client-properties=" + client,
        "--detection=*Systemd*",
        "--dry-run");
  }
}
