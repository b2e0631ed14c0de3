package dev.highwater.app.verify;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.Apps;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.TestOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.verify.DetectionTest;
import dev.highwater.engine.verify.DetectionTestRunner;
import dev.highwater.engine.verify.PlannedTest;
import dev.highwater.engine.verify.ReferenceTestEngine;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs the tests of detections in this process. */
public final class TestRun {

  private final TestOptions options;
  private final Console console;
  private final Checkouts checkouts;
  private final AttackData data;
  private final LogProgress progress;

  public TestRun(TestOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.checkouts = new Checkouts(options.attackData());
    this.progress = new LogProgress(console);
    this.data = new AttackData(checkouts, Apps.forReading(options.content()), progress::read);
  }

  /**
   * Runs them; prints the results, writes the reports.
   *
   * @return failed when a test fails or cannot run
   */
  public ExitCode run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Optional<LoadedContent> loaded =
        ContentLoading.load(options.content(), options.detections(), console.err());
    if (loaded.isEmpty()) {
      return ExitCode.FAILED;
    }
    LoadedContent content = loaded.get();
    Optional<List<Detection>> chosen = chosen(content);
    if (chosen.isEmpty()) {
      return ExitCode.FAILED;
    }
    List<TestResult> results = golden(results(content, chosen.get()));
    double seconds = (System.nanoTime() - start) / 1e9;
    TestReport report =
        new TestReport(chosen.get(), results, problems(content), checkouts.pointers(), seconds);
    write(report);
    print(report);
    return report.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** Who names detections asks for no others. */
  private List<Diagnostic> problems(LoadedContent content) {
    boolean isWhole = !content.isNamed() && options.changedSince() == null;
    return content.pack().problems().stream()
        .filter(problem -> isWhole && !problem.isWarning())
        .distinct()
        .toList();
  }

  private Optional<List<Detection>> chosen(LoadedContent content)
      throws IOException, InterruptedException {
    String base = options.changedSince();
    if (base == null) {
      return Optional.of(content.selected());
    }
    return ChangedContent.since(base, options.content().contentDirectories(), console.err())
        .map(changed -> content.selected().stream().filter(changed::concerns).toList());
  }

  /** The results by the golden rows, which are written before if that is asked for. */
  private List<TestResult> golden(List<TestResult> results) throws IOException {
    GoldenRows rows = new GoldenRows(options.goldenDirectory());
    if (options.updatesGolden()) {
      rows.update(results);
    }
    return results.stream().map(rows::checked).toList();
  }

  private List<TestResult> results(LoadedContent content, List<Detection> detections)
      throws IOException, InterruptedException {
    List<DetectionTest> tests =
        detections.stream().flatMap(detection -> DetectionTest.of(detection).stream()).toList();
    TestPlan plan = new TestPlan(content.pack(), data, checkouts, tests);
    try (progress) {
      return plan.results(run(content, plan.planned()));
    }
  }

  private List<TestResult> run(LoadedContent content, List<PlannedTest> planned)
      throws IOException, InterruptedException {
    TestSetting setting =
        new TestSetting(
            content.pack(), options.content().zone(), content.places(), options.integration());
    Instant given = options.content().now();
    OptionalLong now = given == null ? OptionalLong.empty() : OptionalLong.of(given.toEpochMilli());
    if (!options.onFlink()) {
      return new DetectionTestRunner(setting, now, new ReferenceTestEngine()).run(planned);
    }
    try (EmbeddedTestEngine flink =
        new EmbeddedTestEngine(options.content(), options.parallelism(), data::fileOf, console)) {
      return new DetectionTestRunner(setting, now, flink).run(planned);
    }
  }

  private void write(TestReport report) throws IOException {
    Path out = options.outputDirectory();
    Files.createDirectories(out);
    Files.write(out.resolve("junit.xml"), JUnitReport.of(report));
    Files.write(out.resolve("report.json"), TestReportJson.of(report));
    Files.write(out.resolve("report.html"), HtmlReport.of(report));
    Files.write(out.resolve("test.sarif"), TestSarif.of(report));
    Files.write(out.resolve("navigator.json"), NavigatorLayer.of(report));
    Files.write(out.resolve("badge.svg"), Badge.of(report));
  }

  private void print(TestReport report) {
    if (options.content().format() == OutputFormat.JSON) {
      for (TestResult result : report.results()) {
        console.out().print(new String(TestReportJson.line(result), StandardCharsets.UTF_8));
      }
      console.out().flush();
    } else {
      new TestTable(report, options.content().quiet()).print(console);
    }
  }
}
