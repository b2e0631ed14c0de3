package dev.highwater.engine.verify;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One test of one detection.
 *
 * @param number from 1, of the tests of the detection
 */
public record DetectionTest(Detection detection, DetectionCase testCase, int number) {

  /** All tests that a detection declares, in its order. */
  public static List<DetectionTest> of(Detection detection) {
    List<DetectionTest> tests = new ArrayList<>();
    for (DetectionCase each : detection.tests()) {
      tests.add(new DetectionTest(detection, each, tests.size() + 1));
    }
    return tests;
  }

  /** Unlike that of any other test. */
  public String id() {
    return detection.id() + "/" + number;
  }

  /** Why the test does not run by itself; empty when it does (S-1800). */
  public Optional<String> skipReason() {
    if (!testCase.manual().isEmpty()) {
      return Optional.of("manual test: " + testCase.manual());
    }
    if (!detection.status().equals("production")) {
      return Optional.of("status is " + detection.status());
    }
    return detection.type().equals("Correlation")
        ? Optional.of("a correlation needs risk events of other detections")
        : Optional.empty();
  }
}
