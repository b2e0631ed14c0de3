package dev.highwater.app.lint;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.Apps;
import dev.highwater.app.catalog.Verdict;
import dev.highwater.app.options.LintOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.detect.Knowledge;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Reads searches, compiles them, and prints what was found. */
public final class Lint {
  private final LintOptions options;
  private final Console console;

  public Lint(LintOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Failed when a search is in error or a file cannot be read; when strict, for a refused search
   * and a warning, too.
   *
   * @throws IOException when standard input or a folder cannot be read
   */
  public ExitCode run() throws IOException {
    LintInput input = LintReading.read(options);
    Apps.report(input.content(), options.content(), console.err());
    Knowledge knowledge =
        Knowledge.of(input.content(), options.content().zone()).withPlaces(input.places());
    List<LintResult> results =
        options.isOfSources()
            ? SourceTable.print(input, knowledge, options.content(), console)
            : checked(input, new SearchCompiler(knowledge));
    LintReport.of(options.content().format(), console, options.content().quiet()).print(results);
    console.out().flush();
    return results.stream().anyMatch(this::isFailure) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static List<LintResult> checked(LintInput input, SearchCompiler compiler) {
    return Stream.concat(
            input.unreadable().stream(),
            input.targets().parallelStream().flatMap(target -> target.check(compiler).stream()))
        .toList();
  }

  private boolean isFailure(LintResult result) {
    return result.verdict() == Verdict.ERROR
        || (options.isStrict() && (result.verdict() == Verdict.REFUSED || result.hasWarnings()));
  }
}
