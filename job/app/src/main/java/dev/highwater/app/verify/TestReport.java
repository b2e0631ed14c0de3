package dev.highwater.app.verify;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import java.util.List;
import java.util.Set;

/**
 * What a run of tests came to.
 *
 * @param detections that were asked for, with and without tests
 * @param results in the order of the detections and of their tests
 * @param problems what could not be read of the content, where all of it is tested
 * @param pointers logs that git has not fetched, in order
 * @param seconds of wall time, content and reports included
 */
record TestReport(
    List<Detection> detections,
    List<TestResult> results,
    List<Diagnostic> problems,
    Set<String> pointers,
    double seconds) {

  long count(TestStatus status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  long withoutTests() {
    return detections.stream().filter(detection -> detection.tests().isEmpty()).count();
  }

  boolean hasFailed() {
    return !problems.isEmpty() || results.stream().anyMatch(result -> result.status().isFailure());
  }
}
