package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * ESCU's correlations over risk events of the input and over those that detections raise. Rules
 * S-712, S-713, S-1905, S-1910, S-1911.
 */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class RiskCorrelationTest {

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));

  private static final ContentPack CONTENT =
      ContentReader.read(List.of(SHARED.resolve("corpus/escu")));

  private static final String BEHAVIOR = "Linux Persistence and Privilege Escalation Risk Behavior";

  private static final List<String> DETECTIONS =
      List.of(
          "Linux Add Files In Known Crontab Directories",
          "Linux File Creation In Init Boot Directory",
          "Linux File Creation In Profile Directory",
          "Linux Service File Created In Systemd Directory");

  private static final List<String> FILES =
      List.of(
          "/etc/cron.d/job",
          "/etc/init.d/job",
          "/etc/profile.d/job.sh",
          "/etc/systemd/system/job.service");

  @Test
  void eachObjectOfTheRealRiskEventsHasOneSourceSoThatNoneIsSuspicious() {
    ReferenceReplay.Result result =
        ReferenceReplay.replay(log4shell(UnaryOperator.identity()), realRisk().iterator());

    assertThat(result.unparsable()).isEmpty();
    assertThat(result.ledger().count(Ledger.INPUT, Counter.READ)).isEqualTo(698);
    assertThat(result.findings()).isEmpty();
    assertThat(result.ledger().count(Ledger.INPUT, Counter.OUTSIDE)).isZero();
  }

  /** Beside {@code log4shell_correlation.py}, which computes the rows again. */
  @Test
  void theRealRiskEventsAddUpAsAnotherLanguageAddsThemUp() throws IOException {
    ReferenceReplay.Result result =
        ReferenceReplay.replay(
            log4shell(search -> search.replace("source_count >= 2", "source_count >= 1")),
            realRisk().iterator());

    List<String> fields =
        List.of(
            "risk_object",
            "annotations.mitre_attack.mitre_tactic",
            "risk_event_count",
            "risk_score",
            "source_count",
            "source",
            "firstTime",
            "lastTime");
    assertThat(result.findings())
        .extracting(
            finding ->
                fields.stream()
                    .map(field -> Objects.requireNonNull(finding.row().get(field), field).text())
                    .collect(Collectors.joining(",")))
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(Path.of("src/test/resources/risk/log4shell_correlation.csv")));
  }

  @Test
  void everyCorrelationOfTheCorpusRunsOverRiskEvents() {
    List<Detection> correlations =
        CONTENT.detections().stream().filter(each -> each.type().equals("Correlation")).toList();

    DetectionSet compiled = compiled(CONTENT, correlations, UnaryOperator.identity());

    assertThat(correlations).hasSize(15);
    assertThat(compiled.detections(SearchPass.RISK)).hasSize(15);
    assertThat(compiled.detections(SearchPass.EVENTS)).isEmpty();
  }

  @Test
  void fourDetectionsOfOneTacticOnOneHostAreANotable() {
    ReferenceReplay.Result result = replay(FILES);

    assertThat(result.riskEvents()).hasSize(4);
    List<Finding> behavior =
        result.findings().stream().filter(each -> each.detection().equals(BEHAVIOR)).toList();
    assertThat(behavior)
        .extracting(each -> each.row().get("annotations.mitre_attack.mitre_tactic"))
        .containsExactlyInAnyOrder(
            FieldValue.of("persistence"), FieldValue.of("privilege-escalation"));
    assertThat(behavior)
        .extracting(each -> each.row().get("source_count"))
        .containsOnly(FieldValue.of(4));
    assertThat(result.notables())
        .extracting(Notable::title, each -> each.entities().get(0).name())
        .containsOnly(tuple("RBA: " + BEHAVIOR, "web-01"));
    assertThat(result.notables()).hasSize(2);
  }

  @Test
  void threeDetectionsAreNone() {
    ReferenceReplay.Result result = replay(FILES.subList(0, 3));

    assertThat(result.riskEvents()).hasSize(3);
    assertThat(result.findings()).hasSize(3);
    assertThat(result.notables()).isEmpty();
  }

  private static ReferenceReplay.Result replay(List<String> files) {
    List<RawEvent> records = new ArrayList<>();
    for (String file : files) {
      records.add(FileEvents.created(records.size(), "2026-03-01 10:0" + records.size(), file));
    }
    List<Detection> chosen = new ArrayList<>(CONTENT.find(BEHAVIOR));
    DETECTIONS.forEach(name -> chosen.addAll(CONTENT.find(name)));
    return ReferenceReplay.replay(
        compiled(CONTENT, chosen, UnaryOperator.identity()), records.iterator());
  }

  private static DetectionSet log4shell(UnaryOperator<String> search) {
    Detection detection = CONTENT.find("Log4Shell CVE-2021-44228 Exploitation").get(0);
    Detection changed =
        detection.withSearch(SplSources.of("<search>", search.apply(detection.search().text())));
    return compiled(
        CONTENT,
        List.of(changed),
        item -> ScheduleItem.allTime(1_643_100_000_000L, ZoneOffset.UTC));
  }

  private static DetectionSet compiled(
      ContentPack content, List<Detection> chosen, UnaryOperator<ScheduleItem> schedule) {
    DetectionPreparation preparation = new DetectionPreparation(content, ZoneOffset.UTC);
    return DetectionSet.compile(
        preparation.revision(preparation.prepare(chosen, schedule)), ZoneOffset.UTC);
  }

  /** The lines as a Splunk's index has them: the source is the search's name. */
  private static List<RawEvent> realRisk() {
    Path log =
        SHARED.resolve(
            "corpus/attack_data/datasets/suspicious_behaviour/log4shell_exploitation/"
                + "log4shell_correlation.log");
    List<RawEvent> records = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(log)) {
        String name = line.replaceFirst("(?s).*?search_name=\"([^\"]*)\".*", "$1");
        records.add(
            RawEvent.of(new EventOrigin("log", "h", name, "stash", "risk"), records.size(), line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    records.sort(Comparator.comparingInt(record -> record.text().hashCode())); // any order
    return records;
  }
}
