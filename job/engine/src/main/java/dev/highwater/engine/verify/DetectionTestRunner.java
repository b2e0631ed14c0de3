package dev.highwater.engine.verify;

import dev.highwater.engine.detect.Knowledge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Runs tests. A unit test searches all of its data at once, as of the second behind the last event
 * (S-1803).
 */
public final class DetectionTestRunner {

  private final TestSetting setting;
  private final OptionalLong now;
  private final TestEngine engine;

  /**
   * @param now what the searches of unit tests take for now, where it is not to follow from the
   *     data, epoch milliseconds
   * @param engine what runs the searches
   */
  public DetectionTestRunner(TestSetting setting, OptionalLong now, TestEngine engine) {
    this.setting = setting;
    this.now = now;
    this.engine = engine;
  }

  /**
   * The results in the order of the tests.
   *
   * @throws IOException when the engine cannot run, or a log that could be read no longer can
   */
  public List<TestResult> run(List<PlannedTest> tests) throws IOException, InterruptedException {
    LogTimes times = new LogTimes(Knowledge.of(setting.content(), setting.zone()).addOns());
    Map<String, TestResult> results = new HashMap<>();
    List<PlannedTest> readable = new ArrayList<>();
    for (PlannedTest test : tests) {
      test.logs().forEach(times::read);
      String fault = times.faultOf(test.logs());
      if (fault == null) {
        readable.add(test);
      } else {
        results.put(test.test().id(), TestResult.notRun(test.test(), TestStatus.ERROR, fault));
      }
    }
    results.putAll(new UnitPass(setting, times, now).run(readable, engine));
    return tests.stream()
        .map(test -> Objects.requireNonNull(results.get(test.test().id())))
        .toList();
  }
}
