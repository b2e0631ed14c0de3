package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocSearch;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.SearchFunnel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Unit tests in one pass: each log goes once by all searches whose tests name it, and a search sees
 * the logs of its test only.
 */
final class UnitPass {

  private final TestSetting setting;
  private final LogTimes times;
  private final OptionalLong now;
  private final AdHocPreparation preparation;
  private final SeededLookups lookups;
  private final List<PlannedTest> tests = new ArrayList<>();
  private final Map<String, Prepared> running = new LinkedHashMap<>();
  private final Map<String, TestResult> results = new LinkedHashMap<>();

  /**
   * @param times of the logs of all tests
   * @param now what the searches take for now, where it is not to follow from the data
   * @param lookups what lookups hold
   */
  UnitPass(
      TestSetting setting,
      AdHocPreparation preparation,
      LogTimes times,
      OptionalLong now,
      SeededLookups lookups) {
    this.setting = setting;
    this.times = times;
    this.now = now;
    this.preparation = preparation;
    this.lookups = lookups;
  }

  /** The results by the ids of the tests. */
  Map<String, TestResult> run(List<PlannedTest> planned, TestEngine engine)
      throws IOException, InterruptedException {
    planned.forEach(this::prepare);
    if (!running.isEmpty()) {
      search(engine);
    }
    return results;
  }

  private void prepare(PlannedTest planned) {
    DetectionTest test = planned.test();
    OptionalLong scheduled = now.isPresent() ? now : times.nextSecond(planned.logs());
    if (scheduled.isEmpty()) {
      String reason = "no event of its logs has a time";
      results.put(test.id(), TestResult.notRun(test, TestStatus.ERROR, reason));
      return;
    }
    Prepared prepared =
        preparation.overEvents(
            new AdHocSearch(
                test.id(),
                test.detection().name(),
                test.detection().search(),
                ScheduleItem.allTime(scheduled.getAsLong(), setting.zone())));
    if (prepared.item().isPresent()) {
      tests.add(planned);
      running.put(test.id(), prepared.withInputs(planned.inputs()).withLookups(lookups::seeded));
    } else {
      results.put(test.id(), TestResult.refused(test, prepared.diagnostics()));
    }
  }

  private void search(TestEngine engine) throws IOException, InterruptedException {
    ContentRevision revision = preparation.revision(List.copyOf(running.values()));
    DetectionSet detections = DetectionSet.compile(revision, setting.zone(), setting.places());
    boolean usesPlaces = running.values().stream().anyMatch(Prepared::usesPlaces);
    TestOutcomes outcomes =
        engine.search(
            new TestedSearches(revision, detections, usesPlaces), PlannedTest.logsOf(tests));
    for (PlannedTest test : tests) {
      TestResult result = result(test, outcomes);
      results.put(test.test().id(), explained(test, result, detections));
    }
  }

  private TestResult result(PlannedTest planned, TestOutcomes outcomes) {
    DetectionTest test = planned.test();
    Prepared prepared = Objects.requireNonNull(running.get(test.id()));
    TestedRows tested =
        TestedRows.of(
            setting.actions(test.detection()),
            setting.content().riskKnowledge(),
            outcomes.findings(test.id()));
    boolean raisesRisk = setting.content().raisesRisk(test.detection());
    Verdict verdict =
        outcomes
            .failure(test.id())
            .map(reason -> Verdict.error("the run failed: " + reason))
            .orElseGet(() -> tested.verdict(test, raisesRisk, setting.integration()));
    return new TestResult(
        test,
        verdict,
        prepared.search().schedule().firstScheduledMillis(),
        times.records(planned.logs()),
        outcomes.ledger().count(test.id(), Counter.ENTERED),
        outcomes.ledger().count(test.id(), Counter.MATCHED),
        tested.rows(),
        tested.riskEvents(),
        prepared.diagnostics(),
        outcomes.notes(test.id()),
        List.of(),
        List.of());
  }

  /** Reads the logs of a test that failed once more, to say where their events were lost. */
  private static TestResult explained(
      PlannedTest planned, TestResult result, DetectionSet detections) throws IOException {
    if (result.status() != TestStatus.FAILED || planned.test().testCase().findsNothing()) {
      return result;
    }
    SearchFunnel funnel =
        new SearchFunnel(detections.detection(planned.test().id()), detections.knowledge());
    for (TestLog log : planned.logs()) {
      try (TestLog.Records records = log.open()) {
        records.forEachRemaining(funnel::read);
      }
    }
    return result.explained(funnel.steps());
  }
}
