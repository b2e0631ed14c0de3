package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detection whose risk carries the event's hour, and a correlation. Rules S-1911, S-1960. */
class RiskDelayTest {

  private static final EventOrigin ORIGIN = new EventOrigin("a.log", "web-01", "s", "any", "main");
  private static final long MINUTE = 60_000;
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

  @TempDir private Path folder;

  @BeforeEach
  void writeDetection() {
    writeDetectionSchedule("-70m@m", "-10m@m");
    write(
        "detections/a.yml",
        """
        name: a
        id: a
        version: 1
        type: TTP
        status: production
        search: 'search index=main | bin _time span=1h | stats count by _time host'
        rba:
          message: seen
          risk_objects:
          - {field: host, type: system, score: 10}
          threat_objects: []
        """);
    write(
        "detections/c.yml",
        """
        name: c
        id: c
        version: 1
        type: Correlation
        status: production
        search: 'search index=risk | stats count by risk_object'
        """);
  }

  @Test
  void whatNoLaterRunSearchesIsLost() {
    writeCorrelationSchedule("-70m@m", "-10m@m");

    RiskDelay delay = delay(TEN + MINUTE);

    assertThat(delay.findings()).isOne();
    assertThat(delay.lost()).hasSize(1);
    assertThat(delay.later()).isEmpty();
  }

  @Test
  void whatAWiderRangeStillHoldsComesARunLater() {
    writeCorrelationSchedule("-24h@h", "now");

    RiskDelay delay = delay(TEN + MINUTE);

    assertThat(delay.findings()).isEqualTo(24);
    assertThat(delay.lost()).isEmpty();
    assertThat(delay.later()).hasSize(1);
    assertThat(delay.greatestDelayMillis()).isEqualTo(60 * MINUTE);
    assertThat(delay.changed()).isEmpty();
  }

  @Test
  void aSumOverSeveralHoursIsAnotherAtFirst() {
    writeCorrelationSchedule("-24h@h", "now");

    RiskDelay delay = delay(TEN + MINUTE, TEN + 61 * MINUTE);

    assertThat(delay.later()).hasSize(1);
    assertThat(delay.changed()).hasSize(1);
    assertThat(delay.lost()).isEmpty();
  }

  @Test
  void splunksViewOfACorrelationLacksTheRiskOfItsTime() {
    writeCorrelationSchedule("-70m@m", "-10m@m");

    IndexedEvents events = events(TEN + MINUTE);

    assertThat(IndexedReplay.findings(events, Visibility.ALL))
        .extracting(Finding::detection)
        .containsExactlyInAnyOrder("a", "c");
    assertThat(IndexedReplay.findings(events, Visibility.atStart(0)))
        .extracting(Finding::detection)
        .containsExactly("a");
  }

  /** S-1963. */
  @Test
  void runsOverOneWindowFindTheSameAndTheirRiskCountsOnce() {
    writeDetectionSchedule("-1d@d", "@d");
    writeCorrelationSchedule("-48h@h", "now");

    List<Finding> findings = IndexedReplay.findings(events(TEN + MINUTE), Visibility.ALL);

    assertThat(findings)
        .filteredOn(finding -> finding.detection().equals("a"))
        .hasSize(24)
        .extracting(Finding::findingId)
        .containsOnly(findings.get(0).findingId());
    assertThat(findings)
        .filteredOn(finding -> finding.detection().equals("c"))
        .isNotEmpty()
        .extracting(finding -> finding.row().get("count"))
        .containsOnly(FieldValue.of(1));
  }

  private RiskDelay delay(long... times) {
    IndexedEvents events = events(times);
    List<RiskDelay> delays =
        RiskDelay.all(
            events.detections(),
            IndexedReplay.findings(events, Visibility.ALL),
            IndexedReplay.findings(events, Visibility.RISK_OF_EARLIER_RUNS));
    assertThat(delays).hasSize(1);
    return delays.get(0);
  }

  private IndexedEvents events(long... times) {
    ContentPack content = ContentReader.read(List.of(folder));
    DetectionPreparation preparation = new DetectionPreparation(content, ZoneOffset.UTC);
    List<Prepared> prepared = preparation.prepare(content.detections(), UnaryOperator.identity());
    assertThat(prepared).flatExtracting(Prepared::diagnostics).isEmpty();
    DetectionSet detections = DetectionSet.compile(preparation.revision(prepared), ZoneOffset.UTC);
    byte[] text = "event".getBytes(StandardCharsets.UTF_8);
    List<IndexedRecord> records =
        Arrays.stream(times)
            .mapToObj(time -> new RawEvent(ORIGIN, time, text, 0, text.length, time))
            .map(raw -> new IndexedRecord(raw, raw.offset()))
            .toList();
    return IndexedEvents.read(detections, records.iterator(), 5000);
  }

  private void writeDetectionSchedule(String earliest, String latest) {
    write(
        "deployments/ttp.yml",
        """
        name: TTP
        type: TTP
        scheduling: {cron_schedule: 0 * * * *, earliest_time: '%s', latest_time: '%s'}
        alert_action: {rba: {enabled: true}}
        """
            .formatted(earliest, latest));
  }

  private void writeCorrelationSchedule(String earliest, String latest) {
    write(
        "deployments/correlation.yml",
        "name: Correlation\ntype: Correlation\nscheduling: {cron_schedule: 0 * * * *,"
            + " earliest_time: '"
            + earliest
            + "', latest_time: '"
            + latest
            + "'}\n");
  }

  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
