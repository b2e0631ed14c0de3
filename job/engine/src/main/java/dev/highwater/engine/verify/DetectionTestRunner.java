package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Deployment;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionActions;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocSearch;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.detect.SearchFunnel;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.risk.AttackCatalog;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs tests in one pass: each log goes once by all searches whose tests name it, and a search sees
 * the logs of its test only. A test searches all of its data at once, as of the second behind the
 * last event (S-1803).
 */
public final class DetectionTestRunner {

  private final ContentPack content;
  private final ZoneId zone;
  private final @Nullable PlaceDatabase places;
  private final OptionalLong now;
  private final boolean integration;
  private final AttackCatalog attack = AttackCatalog.builtIn();

  /**
   * @param zone of the searches, and of events that name none
   * @param now what the searches take for now, where it is not to follow from the data
   * @param integration whether the risk events that rows raise count, too
   */
  public DetectionTestRunner(
      ContentPack content,
      ZoneId zone,
      @Nullable PlaceDatabase places,
      OptionalLong now,
      boolean integration) {
    this.content = content;
    this.zone = zone;
    this.places = places;
    this.now = now;
    this.integration = integration;
  }

  /** The results in the order of the tests. */
  public List<TestResult> run(List<PlannedTest> tests) {
    Knowledge knowledge = Knowledge.of(content, zone);
    LogTimes times = new LogTimes(knowledge.addOns());
    tests.forEach(test -> test.logs().forEach(times::read));
    AdHocPreparation preparation = new AdHocPreparation(content, zone, places);
    Map<String, TestResult> results = new LinkedHashMap<>();
    Map<String, Prepared> running = new LinkedHashMap<>();
    for (PlannedTest test : tests) {
      prepare(test, times, preparation, running, results);
    }
    DetectionSet detections = detections(tests, running, preparation);
    ReferenceReplay.Result replayed = replay(tests, running, detections);
    for (PlannedTest test : tests) {
      Prepared prepared = running.get(test.test().id());
      if (prepared != null) {
        results.put(test.test().id(), result(test, prepared, replayed, times.records(test.logs())));
      }
    }
    explain(tests, results, detections);
    return tests.stream()
        .map(test -> Objects.requireNonNull(results.get(test.test().id())))
        .toList();
  }

  private void prepare(
      PlannedTest planned,
      LogTimes times,
      AdHocPreparation preparation,
      Map<String, Prepared> running,
      Map<String, TestResult> results) {
    DetectionTest test = planned.test();
    Optional<String> fault = fault(planned, times);
    OptionalLong scheduled = now.isPresent() ? now : times.nextSecond(planned.logs());
    if (fault.isPresent() || scheduled.isEmpty()) {
      String reason = fault.orElse("no event of its logs has a time");
      results.put(test.id(), TestResult.notRun(test, TestStatus.ERROR, reason));
      return;
    }
    Prepared prepared =
        preparation.overEvents(
            new AdHocSearch(
                test.id(),
                test.detection().name(),
                test.detection().search(),
                ScheduleItem.allTime(scheduled.getAsLong(), zone)));
    if (prepared.item().isPresent()) {
      running.put(test.id(), prepared);
    } else {
      Verdict verdict = Verdict.error("refused: " + refusal(prepared.diagnostics()));
      results.put(test.id(), TestResult.notRun(test, verdict, prepared.diagnostics()));
    }
  }

  private static Optional<String> fault(PlannedTest planned, LogTimes times) {
    for (TestLog log : planned.logs()) {
      String fault = times.fault(log);
      if (fault != null) {
        return Optional.of(log.input() + " cannot be read: " + fault);
      }
    }
    return Optional.empty();
  }

  private static String refusal(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> !diagnostic.isWarning())
        .findFirst()
        .map(Diagnostic::message)
        .orElse("no reason given");
  }

  private DetectionSet detections(
      List<PlannedTest> tests, Map<String, Prepared> running, AdHocPreparation preparation) {
    List<Prepared> restricted = new ArrayList<>();
    for (PlannedTest test : tests) {
      Prepared prepared = running.get(test.test().id());
      if (prepared != null) {
        restricted.add(
            prepared.withInputs(
                test.logs().stream().map(TestLog::input).collect(Collectors.toSet())));
      }
    }
    return DetectionSet.compile(preparation.revision(restricted), zone, places);
  }

  private static ReferenceReplay.Result replay(
      List<PlannedTest> tests, Map<String, Prepared> running, DetectionSet detections) {
    Map<String, TestLog> logs = new LinkedHashMap<>();
    for (PlannedTest test : tests) {
      if (running.containsKey(test.test().id())) {
        test.logs().forEach(log -> logs.putIfAbsent(log.input(), log));
      }
    }
    ReferenceReplay replay = new ReferenceReplay(detections);
    for (TestLog log : logs.values()) {
      eachRecord(log, replay::read);
    }
    return replay.result();
  }

  private static void eachRecord(TestLog log, Consumer<TestLog.Records> reader) {
    try (TestLog.Records records = log.open()) {
      reader.accept(records);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it could be read a moment ago
    }
  }

  /** Reads the logs of tests that failed once more, to say where their events were lost. */
  private static void explain(
      List<PlannedTest> tests, Map<String, TestResult> results, DetectionSet detections) {
    for (PlannedTest test : tests) {
      TestResult result = Objects.requireNonNull(results.get(test.test().id()));
      if (result.status() == TestStatus.FAILED && !test.test().testCase().findsNothing()) {
        SearchFunnel funnel =
            new SearchFunnel(detections.detection(test.test().id()), detections.knowledge());
        for (TestLog log : test.logs()) {
          eachRecord(log, records -> records.forEachRemaining(funnel::read));
        }
        results.put(test.test().id(), result.explained(funnel.steps()));
      }
    }
  }

  private TestResult result(
      PlannedTest planned, Prepared prepared, ReferenceReplay.Result replayed, long records) {
    DetectionTest test = planned.test();
    String id = test.id();
    boolean raisesRisk = content.raisesRisk(test.detection());
    TestedRows tested =
        TestedRows.of(
            actions(test.detection()),
            content.riskKnowledge(),
            replayed.adHoc().getOrDefault(id, List.of()));
    Optional<String> failure =
        replayed.failures().stream()
            .filter(failed -> failed.detection().equals(id))
            .map(Outcome.Failed::reason)
            .findFirst();
    Verdict verdict =
        failure
            .map(reason -> Verdict.error("the run failed: " + reason))
            .orElseGet(() -> tested.verdict(test, raisesRisk, integration));
    return new TestResult(
        test,
        verdict,
        prepared.search().schedule().firstScheduledMillis(),
        records,
        replayed.ledger().count(id, Counter.ENTERED),
        replayed.ledger().count(id, Counter.MATCHED),
        tested.rows(),
        tested.riskEvents(),
        prepared.diagnostics(),
        replayed.notes().stream()
            .filter(note -> note.detection().equals(id))
            .map(Outcome.Noted::message)
            .toList(),
        List.of());
  }

  private FindingActions actions(Detection detection) {
    Deployment deployment = content.deploymentOf(detection);
    return deployment == null
        ? FindingActions.none(detection.searchName())
        : DetectionActions.of(detection, deployment, attack);
  }
}
