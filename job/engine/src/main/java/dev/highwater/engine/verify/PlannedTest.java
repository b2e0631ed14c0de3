package dev.highwater.engine.verify;

import java.util.List;

/**
 * A test with its logs at hand.
 *
 * @param logs all that it names
 */
public record PlannedTest(DetectionTest test, List<TestLog> logs) {

  public PlannedTest {
    logs = List.copyOf(logs);
    if (logs.isEmpty()) {
      throw new IllegalArgumentException("Invalid test " + test.id() + ": no log (must name one)");
    }
  }
}
