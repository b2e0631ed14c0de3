package dev.highwater.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A test with its logs at hand.
 *
 * @param logs all that it names
 * @param seeds what has to be there before
 */
public record PlannedTest(DetectionTest test, List<TestLog> logs, PlannedSeeds seeds) {

  public PlannedTest {
    logs = List.copyOf(logs);
    if (logs.isEmpty()) {
      throw new IllegalArgumentException("Invalid test " + test.id() + ": no log (must name one)");
    }
  }

  /** A test that needs nothing but its logs. */
  public PlannedTest(DetectionTest test, List<TestLog> logs) {
    this(test, logs, PlannedSeeds.NONE);
  }

  /** Its logs and those of its baselines. */
  List<TestLog> allLogs() {
    List<TestLog> all = new ArrayList<>(logs);
    seeds.baselines().forEach(baseline -> all.addAll(baseline.logs()));
    return all;
  }

  /** The inputs that its searches see. */
  Set<String> inputs() {
    return logs.stream().map(TestLog::input).collect(Collectors.toSet());
  }

  /** The logs of tests, each once, in their order. */
  static List<TestLog> logsOf(List<PlannedTest> tests) {
    Map<String, TestLog> logs = new LinkedHashMap<>();
    for (PlannedTest test : tests) {
      test.logs().forEach(log -> logs.putIfAbsent(log.input(), log));
    }
    return new ArrayList<>(logs.values());
  }
}
