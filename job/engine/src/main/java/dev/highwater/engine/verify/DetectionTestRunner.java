package dev.highwater.engine.verify;

import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.verify.SeededLookups.SeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Runs tests. A unit test searches all of its data at once, as of the second behind the last event
 * (S-1803); a test of a schedule does the runs of the schedule (S-1981). Those that seed lookups
 * run by themselves, all others in one pass for each of the two kinds.
 */
public final class DetectionTestRunner {

  private final TestSetting setting;
  private final OptionalLong now;
  private final TestEngine engine;
  private final AdHocPreparation preparation;
  private final LogTimes times;
  private final Map<String, TestResult> results = new HashMap<>();

  /**
   * @param now what the searches of unit tests take for now, where it is not to follow from the
   *     data, epoch milliseconds
   * @param engine what runs the searches
   */
  public DetectionTestRunner(TestSetting setting, OptionalLong now, TestEngine engine) {
    this.setting = setting;
    this.now = now;
    this.engine = engine;
    this.preparation = new AdHocPreparation(setting.content(), setting.zone(), setting.places());
    this.times = new LogTimes(Knowledge.of(setting.content(), setting.zone()).addOns());
  }

  /**
   * The results in the order of the tests.
   *
   * @throws IOException when the engine cannot run, or a log that could be read no longer can
   */
  public List<TestResult> run(List<PlannedTest> tests) throws IOException, InterruptedException {
    List<PlannedTest> together = new ArrayList<>();
    List<PlannedTest> alone = new ArrayList<>();
    for (PlannedTest test : tests) {
      test.allLogs().forEach(times::read);
      String fault = times.faultOf(test.allLogs());
      if (fault != null) {
        fail(test, fault);
      } else if (test.seeds().isEmpty()) {
        together.add(test);
      } else {
        alone.add(test);
      }
    }
    run(together, SeededLookups.NONE);
    for (PlannedTest test : alone) {
      runAlone(test);
    }
    return tests.stream()
        .map(test -> Objects.requireNonNull(results.get(test.test().id())))
        .toList();
  }

  private void runAlone(PlannedTest test) throws IOException, InterruptedException {
    try {
      SeededLookups lookups = SeededLookups.of(test, setting, preparation, times, engine);
      run(List.of(test), lookups);
    } catch (SeedException e) {
      fail(test, String.valueOf(e.getMessage()));
    }
  }

  private void fail(PlannedTest test, String reason) {
    results.put(test.test().id(), TestResult.notRun(test.test(), TestStatus.ERROR, reason));
  }

  private void run(List<PlannedTest> tests, SeededLookups lookups)
      throws IOException, InterruptedException {
    List<PlannedTest> units = new ArrayList<>();
    List<PlannedTest> schedules = new ArrayList<>();
    for (PlannedTest test : tests) {
      (test.test().testCase().schedule() == null ? units : schedules).add(test);
    }
    results.putAll(new UnitPass(setting, preparation, times, now, lookups).run(units, engine));
    if (!schedules.isEmpty()) {
      results.putAll(new SchedulePass(setting, lookups).run(schedules, engine));
    }
  }
}
