package dev.highwater.engine.verify;

import dev.highwater.engine.detect.FunnelStep;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.spl.Diagnostic;
import java.util.List;

/**
 * What one test came to.
 *
 * @param verdict on the whole
 * @param seen records of its logs
 * @param entered of these, what the first scan of the search reads: events of its data model
 * @param matched of these, what the head of the search let pass
 * @param rows of the search, in its order
 * @param riskEvents that the rows raise; empty where the detection's deployment raises none
 * @param diagnostics of the search's compilation
 * @param notes what the run said about limits
 * @param funnel of a test that failed: where its events were lost
 * @param runs of a test of a schedule: those that found something or missed something
 */
public record TestResult(
    DetectionTest test,
    Verdict verdict,
    long nowMillis,
    long seen,
    long entered,
    long matched,
    List<Row> rows,
    List<RiskEvent> riskEvents,
    List<Diagnostic> diagnostics,
    List<String> notes,
    List<FunnelStep> funnel,
    List<TestedRun> runs) {

  public TestResult {
    rows = List.copyOf(rows);
    riskEvents = List.copyOf(riskEvents);
    diagnostics = List.copyOf(diagnostics);
    notes = List.copyOf(notes);
    funnel = List.copyOf(funnel);
    runs = List.copyOf(runs);
  }

  /** A test that did not run. */
  public static TestResult notRun(DetectionTest test, TestStatus status, String reason) {
    return notRun(test, new Verdict(status, reason), List.of());
  }

  /** A test whose detection is refused. */
  static TestResult refused(DetectionTest test, List<Diagnostic> diagnostics) {
    return notRun(test, Verdict.error("refused: " + refusal(diagnostics)), diagnostics);
  }

  /** The first reason why a search is refused. */
  static String refusal(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> !diagnostic.isWarning())
        .findFirst()
        .map(Diagnostic::message)
        .orElse("no reason given");
  }

  private static TestResult notRun(
      DetectionTest test, Verdict verdict, List<Diagnostic> diagnostics) {
    return new TestResult(
        test,
        verdict,
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        diagnostics,
        List.of(),
        List.of(),
        List.of());
  }

  /** The same with what a failed test needs to be understood. */
  TestResult explained(List<FunnelStep> steps) {
    return new TestResult(
        test,
        verdict,
        nowMillis,
        seen,
        entered,
        matched,
        rows,
        riskEvents,
        diagnostics,
        notes,
        steps,
        runs);
  }

  /** The same with another verdict. */
  public TestResult judged(Verdict other) {
    return new TestResult(
        test,
        other,
        nowMillis,
        seen,
        entered,
        matched,
        rows,
        riskEvents,
        diagnostics,
        notes,
        funnel,
        runs);
  }

  public TestStatus status() {
    return verdict.status();
  }
}
