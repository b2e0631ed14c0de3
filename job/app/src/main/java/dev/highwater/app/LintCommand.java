package dev.highwater.app;

import dev.highwater.app.options.LintOptions;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater lint}: what is wrong with searches, without running them. */
@Command(
    name = "lint",
    description = {
      "Read searches and say what is wrong with them.",
      "Files: detections, baselines and macros (.yml), savedsearches.conf, macros.conf, dashboards"
          + " (.xml, .json), .spl with one search, .ndjson with {id, spl} a line. Folders: a"
          + " checkout of security content, or any of these files.",
      "Drilldowns are read with their detection, with a value for each token."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater lint security_content",
      "  highwater lint --sources --apps etc/apps security_content",
      "  highwater lint --format github --strict my_detections",
      "  echo '| tstats count' | highwater lint -",
      "",
      "Each search is run, refused (valid, but not supported here) or error; the exit code is 1"
          + " when one is in error."
    })
final class LintCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders; - for input.")
  private List<String> paths = List.of();

  @Option(
      names = "--strict",
      description = "Exit with 1 for a warning and for a refused search, too.")
  private boolean strict;

  @Option(
      names = "--sources",
      description =
          "Say which sources can feed each detection, by what the installed add-ons know; one that"
              + " none can feed is warned of.")
  private boolean sources;

  LintCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LintOptions options =
        ArgumentFaults.check(
            spec, faults -> new LintOptions(shared.lintOptions(faults), paths, strict, sources));
    return work.lint(options, console).code();
  }
}
