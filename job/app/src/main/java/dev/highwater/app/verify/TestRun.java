package dev.highwater.app.verify;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.Apps;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.TestOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.DetectionCase;
import dev.highwater.engine.verify.DetectionTest;
import dev.highwater.engine.verify.DetectionTestRunner;
import dev.highwater.engine.verify.PlannedTest;
import dev.highwater.engine.verify.ReferenceTestEngine;
import dev.highwater.engine.verify.TestLog;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestSetting;
import dev.highwater.engine.verify.TestStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs the tests of detections in this process. */
public final class TestRun {

  private final TestOptions options;
  private final Console console;
  private final AttackData data;

  public TestRun(TestOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.data = new AttackData(options.attackData(), Apps.forReading(options.content()));
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
    TestReport report = new TestReport(chosen.get(), results, data.pointers(), seconds);
    write(report);
    print(report);
    return report.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
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
    @Nullable TestResult[] results = new TestResult[tests.size()];
    List<PlannedTest> planned = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      results[i] = notRun(tests.get(i), planned);
      if (results[i] == null) {
        places.add(i);
      }
    }
    List<TestResult> run = run(content, planned);
    for (int i = 0; i < run.size(); i++) {
      results[places.get(i)] = run.get(i);
    }
    return Arrays.stream(results).map(Objects::requireNonNull).toList();
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

  /** What is known of a test without running it; {@code null} when it was added to the planned. */
  private @Nullable TestResult notRun(DetectionTest test, List<PlannedTest> planned) {
    Optional<String> skip = test.skipReason();
    if (skip.isPresent()) {
      return TestResult.notRun(test, TestStatus.SKIPPED, skip.get());
    }
    List<DetectionCase.AttackData> entries = test.testCase().attackData();
    if (entries.isEmpty()) {
      return TestResult.notRun(test, TestStatus.ERROR, "the test names no data");
    }
    List<TestLog> logs = new ArrayList<>();
    for (DetectionCase.AttackData entry : entries) {
      AttackData.Found found = data.find(entry);
      if (!found.problem().isEmpty()) {
        TestStatus status = found.isFault() ? TestStatus.ERROR : TestStatus.NO_DATA;
        return TestResult.notRun(test, status, found.problem());
      }
      logs.addAll(found.logs());
    }
    planned.add(new PlannedTest(test, logs));
    return null;
  }

  private void write(TestReport report) throws IOException {
    Path out = options.outputDirectory();
    Files.createDirectories(out);
    Files.write(out.resolve("junit.xml"), JUnitReport.of(report));
    Files.write(out.resolve("report.json"), TestReportJson.of(report));
    Files.write(out.resolve("report.html"), HtmlReport.of(report));
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
