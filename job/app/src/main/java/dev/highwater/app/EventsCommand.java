package dev.highwater.app;

import dev.highwater.app.options.EventsOptions;
import dev.highwater.app.risk.EventsView;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater events}: the raw events that a finding comes of. */
@Command(
    name = "events",
    description =
        "Show the raw events that a finding of a replay comes of; of a correlation, the risk"
            + " events. Without inputs the first ones, which findings.ndjson names; with those of"
            + " the replay, and its content, all of them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater events 0f3c...",
      "  highwater events 0f3c... manifest.yml",
      "  highwater events --format json 0f3c... -"
    })
final class EventsCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();
  @Mixin private EventArguments events = new EventArguments();

  @Parameters(index = "0", paramLabel = "FINDING_ID", description = "As in findings.ndjson.")
  private String findingId = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "INPUT",
      description = "What the replay read.")
  private List<String> inputs = List.of();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "What the replay wrote. Default: out.")
  private Path results = Path.of("out");

  @Option(
      names = "--most",
      paramLabel = "N",
      description =
          "Events to show, the first ones by input and offset. Default: ${DEFAULT-VALUE}.")
  private int most = 100;

  EventsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    EventsOptions options =
        ArgumentFaults.check(
            spec,
            faults ->
                new EventsOptions(
                    shared.options(faults), findingId, inputs, events.overrides(), results, most));
    return new EventsView(options, console).run().code();
  }
}
