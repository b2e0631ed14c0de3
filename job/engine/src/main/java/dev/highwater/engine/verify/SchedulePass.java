package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.ScheduleCase;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionPreparation;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.IndexedRecord;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.finding.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tests of schedules in one pass: all records come in the order of their index times, and a search
 * sees those of its test only (S-1981).
 */
final class SchedulePass {

  private final TestSetting setting;
  private final Knowledge knowledge;
  private final DetectionPreparation preparation;
  private final SeededLookups lookups;
  private final Map<String, Prepared> running = new LinkedHashMap<>();
  private final Map<String, ArrivedLogs> arrived = new LinkedHashMap<>();
  private final Map<String, TestResult> results = new LinkedHashMap<>();

  /**
   * @param lookups what lookups hold
   */
  SchedulePass(TestSetting setting, SeededLookups lookups) {
    this.setting = setting;
    this.knowledge = Knowledge.of(setting.content(), setting.zone());
    this.preparation =
        new DetectionPreparation(setting.content(), setting.zone(), setting.places());
    this.lookups = lookups;
  }

  /** The results by the ids of the tests, each of which is of a schedule. */
  Map<String, TestResult> run(List<PlannedTest> planned, TestEngine engine)
      throws IOException, InterruptedException {
    for (PlannedTest test : planned) {
      prepare(test);
    }
    if (!running.isEmpty()) {
      search(planned, engine);
    }
    return results;
  }

  private void prepare(PlannedTest planned) throws IOException {
    DetectionTest test = planned.test();
    ArrivedLogs logs = ArrivedLogs.read(planned.logs(), knowledge.addOns());
    if (!logs.fault().isEmpty()) {
      results.put(test.id(), TestResult.notRun(test, TestStatus.ERROR, logs.fault()));
      return;
    }
    ScheduleCase own = Objects.requireNonNull(test.testCase().schedule());
    Prepared prepared =
        preparation.prepare(List.of(test.detection()), item -> logs.bounded(item.with(own))).get(0);
    if (prepared.isRefused()) {
      results.put(test.id(), TestResult.refused(test, prepared.diagnostics()));
    } else {
      arrived.put(test.id(), logs);
      running.put(test.id(), prepared.as(test.id(), planned.inputs()).withLookups(lookups::seeded));
    }
  }

  private void search(List<PlannedTest> planned, TestEngine engine)
      throws IOException, InterruptedException {
    ContentRevision revision = preparation.revision(List.copyOf(running.values()));
    DetectionSet detections = DetectionSet.compile(revision, setting.zone(), setting.places());
    boolean usesPlaces = running.values().stream().anyMatch(Prepared::usesPlaces);
    TestOutcomes outcomes =
        engine.schedule(new TestedSearches(revision, detections, usesPlaces), records());
    for (PlannedTest test : planned) {
      if (running.containsKey(test.test().id())) {
        results.put(test.test().id(), result(test.test(), outcomes));
      }
    }
  }

  /** Those of all logs, each once. */
  private List<IndexedRecord> records() {
    Map<String, List<IndexedRecord>> logs = new LinkedHashMap<>();
    arrived.values().forEach(each -> each.byInput().forEach(logs::putIfAbsent));
    List<IndexedRecord> all = new ArrayList<>();
    logs.values().forEach(all::addAll);
    all.sort(Comparator.comparingLong(IndexedRecord::indexMillis));
    return all;
  }

  private TestResult result(DetectionTest test, TestOutcomes outcomes) {
    Prepared prepared = Objects.requireNonNull(running.get(test.id()));
    ArrivedLogs logs = Objects.requireNonNull(arrived.get(test.id()));
    Detection detection = test.detection();
    List<Finding> findings = new ArrayList<>(outcomes.findings(test.id()));
    findings.sort(
        Comparator.comparingLong((Finding each) -> each.window().scheduledMillis())
            .thenComparing(Finding::findingId));
    TestedRows tested =
        TestedRows.of(setting.actions(detection), setting.content().riskKnowledge(), findings);
    List<TestedRun> runs = TestedRun.of(findings, outcomes.late(test.id()));
    ScheduleCase expected = Objects.requireNonNull(test.testCase().schedule());
    Verdict verdict =
        outcomes
            .failure(test.id())
            .map(reason -> Verdict.error("a run failed: " + reason))
            .orElseGet(() -> RunsCheck.of(runs, expected));
    return new TestResult(
        test,
        verdict,
        logs.endMillis(),
        logs.records(),
        outcomes.ledger().count(test.id(), Counter.ENTERED),
        outcomes.ledger().count(test.id(), Counter.MATCHED),
        tested.rows(),
        tested.riskEvents(),
        prepared.diagnostics(),
        outcomes.notes(test.id()),
        List.of(),
        runs);
  }
}
