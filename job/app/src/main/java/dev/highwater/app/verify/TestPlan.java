package dev.highwater.app.verify;

import dev.highwater.app.verify.Checkouts.Located;
import dev.highwater.engine.content.CaseSeeds;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionCase;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.verify.DetectionTest;
import dev.highwater.engine.verify.PlannedSeeds;
import dev.highwater.engine.verify.PlannedTest;
import dev.highwater.engine.verify.TestLog;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which tests run, over which logs, and what is known of the others. */
final class TestPlan {

  private final ContentPack content;
  private final AttackData data;
  private final Checkouts checkouts;
  private final List<DetectionTest> tests;
  private final List<PlannedTest> planned = new ArrayList<>();
  private final Map<String, TestResult> notRun = new LinkedHashMap<>();

  /** Why a test does not run. */
  private static final class NotRunException extends Exception {
    private static final long serialVersionUID = 1L;
    private final TestStatus status;

    NotRunException(TestStatus status, String reason) {
      super(reason);
      this.status = status;
    }

    /** Of a file that is not at hand. */
    NotRunException(String problem, boolean isFault) {
      this(isFault ? TestStatus.ERROR : TestStatus.NO_DATA, problem);
    }
  }

  TestPlan(ContentPack content, AttackData data, Checkouts checkouts, List<DetectionTest> tests) {
    this.content = content;
    this.data = data;
    this.checkouts = checkouts;
    this.tests = List.copyOf(tests);
    for (DetectionTest test : tests) {
      plan(test);
    }
  }

  /** Those that run. */
  List<PlannedTest> planned() {
    return planned;
  }

  /**
   * The results of all tests, in their order.
   *
   * @param run those of the planned ones
   */
  List<TestResult> results(List<TestResult> run) {
    Map<String, TestResult> all = new LinkedHashMap<>(notRun);
    run.forEach(result -> all.put(result.test().id(), result));
    return tests.stream().map(test -> Objects.requireNonNull(all.get(test.id()))).toList();
  }

  private void plan(DetectionTest test) {
    Optional<String> skip = test.skipReason();
    if (skip.isPresent()) {
      notRun.put(test.id(), TestResult.notRun(test, TestStatus.SKIPPED, skip.get()));
      return;
    }
    try {
      List<DetectionCase.AttackData> entries = test.testCase().attackData();
      if (entries.isEmpty()) {
        throw new NotRunException(TestStatus.ERROR, "the test names no data");
      }
      List<TestLog> logs = logs(entries);
      planned.add(new PlannedTest(test, logs, seeds(test.testCase().seeds(), logs)));
    } catch (NotRunException e) {
      String reason = String.valueOf(e.getMessage());
      notRun.put(test.id(), TestResult.notRun(test, e.status, reason));
    }
  }

  private List<TestLog> logs(List<DetectionCase.AttackData> entries) throws NotRunException {
    List<TestLog> logs = new ArrayList<>();
    for (DetectionCase.AttackData entry : entries) {
      AttackData.Found found = data.find(entry);
      if (!found.problem().isEmpty()) {
        throw new NotRunException(found.problem(), found.isFault());
      }
      logs.addAll(found.logs());
    }
    return logs;
  }

  private PlannedSeeds seeds(CaseSeeds seeds, List<TestLog> ofTest) throws NotRunException {
    Map<String, LookupTable> lookups = new LinkedHashMap<>();
    for (Map.Entry<String, String> lookup : seeds.lookups().entrySet()) {
      lookups.put(lookup.getKey(), table(lookup.getValue()));
    }
    List<PlannedSeeds.Baseline> baselines = new ArrayList<>();
    for (CaseSeeds.Baseline each : seeds.baselines()) {
      List<TestLog> logs = each.attackData().isEmpty() ? ofTest : logs(each.attackData());
      baselines.add(new PlannedSeeds.Baseline(baseline(each.name()), logs));
    }
    return new PlannedSeeds(lookups, baselines);
  }

  private LookupTable table(String file) throws NotRunException {
    Located located = checkouts.locate(file);
    if (located.path() == null) {
      throw new NotRunException(located.problem(), located.isFault());
    }
    try {
      String text = Files.readString(located.path());
      return dev.highwater.engine.content.LookupTable.parse(text);
    } catch (IOException e) {
      String reason = located.name() + " cannot be read: " + e.getMessage();
      throw new NotRunException(TestStatus.ERROR, reason);
    }
  }

  private Detection baseline(String name) throws NotRunException {
    List<Detection> found = content.findBaselines(name);
    if (found.size() == 1) {
      return found.get(0);
    }
    String reason =
        found.isEmpty() ? "no baseline '" + name + "'" : "'" + name + "' means several baselines";
    throw new NotRunException(TestStatus.ERROR, reason);
  }
}
