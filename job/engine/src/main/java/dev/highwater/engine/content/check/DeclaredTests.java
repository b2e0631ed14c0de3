package dev.highwater.engine.content.check;

import dev.highwater.engine.content.YamlMapping;
import java.util.List;

/** Detections without a test, and tests without data. Rule S-2029. */
final class DeclaredTests implements DetectionCheck {

  @Override
  public String rule() {
    return "S-2029";
  }

  @Override
  public void check(DetectionKeys detection, Faults faults) {
    List<YamlMapping> tests = detection.root().mappings("tests");
    boolean isExempt =
        !detection.isProduction()
            || detection.type().equals("Correlation")
            || detection.grouped().has("manual_test");
    if (tests.isEmpty() && !isExempt) {
      faults.error(detection.root(), "tests", "a detection in production needs a test");
    }
    for (YamlMapping test : tests) {
      require(test, "name", faults);
      data(test, faults);
    }
  }

  private static void data(YamlMapping test, Faults faults) {
    List<YamlMapping> logs = test.mappings("attack_data");
    if (logs.isEmpty()) {
      faults.error(test, "attack_data", "the test has no 'attack_data'");
    }
    for (YamlMapping log : logs) {
      require(log, "data", faults);
      require(log, "source", faults);
      require(log, "sourcetype", faults);
    }
  }

  private static void require(YamlMapping mapping, String key, Faults faults) {
    if (!mapping.has(key)) {
      faults.error(mapping, key, "'" + key + "' is missing");
    }
  }
}
