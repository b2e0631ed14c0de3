package dev.highwater.app;

import dev.highwater.app.options.ListOptions;
import dev.highwater.app.terminal.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code highwater list}: the detections of the content. */
@Command(
    name = "list",
    description = "List the detections of the content; all filters that are set must hold.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater list --technique T1053.006",
      "  highwater list --content security_content --source sysmon:linux --format json"
    })
final class ListCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Option(
      names = "--technique",
      paramLabel = "T",
      description = "ATT&CK technique; its sub-techniques are part of it: T1053.")
  private @Nullable String technique;

  @Option(names = "--story", paramLabel = "S", description = "Analytic story.")
  private @Nullable String story;

  @Option(
      names = "--source",
      paramLabel = "X",
      description = "Data source: a part of its name, source or sourcetype.")
  private @Nullable String source;

  @Option(
      names = "--status",
      paramLabel = "S",
      description = "Status in the content: production, experimental, deprecated.")
  private @Nullable String status;

  ListCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() {
    ListOptions options =
        ArgumentFaults.check(
            spec,
            faults -> new ListOptions(shared.options(faults), technique, story, source, status));
    return work.list(options, console).code();
  }
}
