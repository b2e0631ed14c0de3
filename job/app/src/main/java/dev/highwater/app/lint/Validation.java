package dev.highwater.app.lint;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.Apps;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.ValidateOptions;
import dev.highwater.app.terminal.Console;
import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentSources;
import dev.highwater.engine.content.check.ContentValidation;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the files of content, compiles their searches, and prints what was found. */
public final class Validation {

  /** Fields that no row has: what lint warns of and the build would refuse if it knew. */
  private static final String MENTIONS = "S-1045";

  private final ValidateOptions options;
  private final Console console;

  public Validation(ValidateOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Failed when there is an error or a file cannot be read; when strict, for a warning, too.
   *
   * @throws IOException when a folder cannot be listed
   */
  public ExitCode run() throws IOException {
    ValidatedPaths paths = ValidatedPaths.of(options);
    ContentSources sources = ContentReader.readFiles(paths.folders());
    ContentPack content = overlaid(sources.pack());
    Apps.report(content, options.content(), console.err());
    List<LintResult> results = new ArrayList<>(paths.faults());
    results.addAll(results(sources, content, paths));
    report().print(results);
    console.out().flush();
    return results.stream().anyMatch(this::isFailure) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private LintReport report() {
    OutputFormat format = options.content().format();
    boolean isQuiet = options.content().quiet();
    return format == OutputFormat.TEXT
        ? new ValidationText(console.out(), isQuiet)
        : LintReport.of(format, console, isQuiet);
  }

  private ContentPack overlaid(ContentPack pack) throws IOException {
    SearchFiles overrides = new SearchFiles();
    if (options.content().macroFile() != null) {
      overrides.add(options.content().macroFile());
    }
    Path lookups = options.content().lookupDirectory();
    ContentPack whole = lookups == null ? pack : pack.withLookupFiles(lookups);
    return Apps.laidOver(whole, options.content().apps()).withMacros(overrides.macros());
  }

  /** One for each file that was asked for, in the order of reading; others only with faults. */
  private List<LintResult> results(
      ContentSources sources, ContentPack content, ValidatedPaths paths) {
    Map<String, String> names = new LinkedHashMap<>();
    for (ContentFile file : sources.files()) {
      names.put(file.display(), file.root().textOr("name", file.display()));
    }
    Map<String, Set<Diagnostic>> byFile = new LinkedHashMap<>();
    names.keySet().forEach(file -> byFile.put(file, new LinkedHashSet<>()));
    for (Diagnostic found : ContentValidation.of(sources)) {
      byFile.computeIfAbsent(found.location().file(), file -> new LinkedHashSet<>()).add(found);
    }
    SearchCompiler compiler = new SearchCompiler(Knowledge.of(content, options.content().zone()));
    for (LintResult search : searches(content, compiler)) {
      byFile.computeIfAbsent(search.file(), file -> new LinkedHashSet<>()).addAll(ofSearch(search));
    }
    return byFile.entrySet().stream()
        .filter(entry -> paths.has(entry.getKey()))
        .map(entry -> result(names, entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static LintResult result(
      Map<String, String> names, String file, List<Diagnostic> diagnostics) {
    return LintResult.ofOther(
        names.getOrDefault(file, file),
        file,
        diagnostics.stream().sorted(Diagnostic.IN_TEXT_ORDER).toList());
  }

  private static List<LintResult> searches(ContentPack content, SearchCompiler compiler) {
    Stream<LintTarget> searches =
        Stream.concat(content.detections().stream(), content.baselines().stream())
            .map(each -> DetectionTarget.of(each, content));
    Stream<LintTarget> macros = content.macros().stream().map(MacroTarget::new);
    return Stream.concat(searches, macros).toList().parallelStream()
        .flatMap(target -> target.check(compiler).stream())
        .toList();
  }

  private static List<Diagnostic> ofSearch(LintResult result) {
    return result.diagnostics().stream()
        .filter(
            each -> each.severity() == Diagnostic.Severity.ERROR || MENTIONS.equals(each.rule()))
        .toList();
  }

  private boolean isFailure(LintResult result) {
    return result.diagnostics().stream()
        .anyMatch(each -> options.isStrict() || each.severity() == Diagnostic.Severity.ERROR);
  }
}
