package dev.highwater.app.verify;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A layer of ATT&CK Navigator: the techniques whose detections passed their tests. */
final class NavigatorLayer {

  private NavigatorLayer() {}

  /** The layer as one JSON object; a technique's score is the number of detections that passed. */
  static byte[] of(TestReport report) {
    Map<String, Set<String>> passed = new TreeMap<>();
    for (TestResult result : report.results()) {
      if (result.status() == TestStatus.PASSED) {
        result
            .test()
            .detection()
            .mitreAttackIds()
            .forEach(
                id ->
                    passed
                        .computeIfAbsent(id, technique -> new TreeSet<>())
                        .add(result.test().detection().name()));
      }
    }
    List<JsonLine.Body> techniques =
        passed.entrySet().stream()
            .<JsonLine.Body>map(
                each -> json -> technique(json, each.getKey(), List.copyOf(each.getValue())))
            .toList();
    return JsonLine.of(
        json ->
            json.text("name", "Tested detections")
                .object(
                    "versions",
                    versions -> versions.text("layer", "4.5").text("navigator", "5.0.0"))
                .text("domain", "enterprise-attack")
                .text("description", "Techniques with detections that passed their tests")
                .objects("techniques", techniques)
                .object(
                    "gradient",
                    gradient ->
                        gradient
                            .texts("colors", List.of("#d3f1e2", "#1f845a"))
                            .number("minValue", 0)
                            .number("maxValue", most(passed))));
  }

  private static int most(Map<String, Set<String>> passed) {
    return passed.values().stream().mapToInt(Set::size).max().orElse(1);
  }

  private static void technique(JsonLine json, String id, List<String> detections)
      throws IOException {
    json.text("techniqueID", id)
        .number("score", detections.size())
        .text("comment", String.join(", ", detections));
  }
}
