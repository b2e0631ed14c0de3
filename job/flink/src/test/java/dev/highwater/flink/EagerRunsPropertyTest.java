package dev.highwater.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.finding.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Rules S-1409, S-1951, where the stream goes on in small steps, so that no run is due early. */
@SuppressWarnings("try") // the harness declares that close() throws anything
class EagerRunsPropertyTest {

  private static final long START = FileEvents.at("10:00:00.000");
  private static final int MINUTE = 60_000;
  private static final int HOUR = 60 * MINUTE;
  private static final long DISORDER = 5000;

  /** An event and how long after it it came; both milliseconds. */
  record Sent(int at, int late, boolean isOther) {

    private void readBy(RunSearchesHarness harness) throws Exception {
      String time = Instant.ofEpochMilli(START + at).toString().substring(11);
      String millis = time.length() == 9 ? time.replace("Z", ".000") : time.replace("Z", "");
      harness.read(FileEvents.created(millis, isOther ? "/lib/b.service" : "/lib/a.service"));
    }
  }

  @Property(tries = 150)
  void everyFindingIsEarlyOnce(
      @ForAll("sent") List<Sent> sent,
      @ForAll("ranges") List<String> range,
      @ForAll("thresholds") String threshold)
      throws Exception {
    JobContent content =
        TestDetection.content(
            TestDetection.of("files").searching(range.get(0), range.get(1)).keeping(threshold));
    try (RunSearchesHarness harness = RunSearchesHarness.eager(content)) {
      long watermark = START;
      long greatest = START;
      for (Sent each : arriving(sent)) {
        each.readBy(harness);
        greatest = Math.max(greatest, START + each.at());
        watermark = goOn(harness, watermark, greatest - DISORDER);
      }
      goOn(harness, watermark, greatest + 9 * HOUR);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      List<String> early =
          Given.outcomes(harness).stream()
              .filter(Outcome.Early.class::isInstance)
              .map(outcome -> ((Outcome.Early) outcome).finding().findingId())
              .toList();
      assertThat(early)
          .containsExactlyInAnyOrderElementsOf(
              harness.findings().stream().map(Finding::findingId).toList());
      assertThat(harness.hasNothingLeft()).isTrue();
    }
  }

  private static long goOn(RunSearchesHarness harness, long from, long to) throws Exception {
    long watermark = from;
    while (watermark < to) {
      watermark = Math.min(to, watermark + MINUTE);
      harness.processWatermark(watermark);
    }
    return watermark;
  }

  private static List<Sent> arriving(List<Sent> sent) {
    return sent.stream().sorted(Comparator.comparingInt(each -> each.at() + each.late())).toList();
  }

  @Provide
  Arbitrary<List<Sent>> sent() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3 * HOUR),
            Arbitraries.integers().between(0, 4000),
            Arbitraries.of(true, false, false))
        .as(Sent::new)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<String>> ranges() {
    return Arbitraries.of(
        List.of("-10m", "now"),
        List.of("-30m", "now"),
        List.of("-20m", "-10m"),
        List.of("-10m", "+5m"),
        List.of("-4h", "now"),
        List.of("-70m@m", "-10m@m"),
        List.of("-55m", "-3m"));
  }

  @Provide
  Arbitrary<String> thresholds() {
    return Arbitraries.of("count > 0", "count > 1", "count >= 4", "lastTime - firstTime > 600");
  }
}
