package dev.highwater.app;

import dev.highwater.app.options.FieldsOptions;
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

/** {@code highwater fields}: what the add-ons make of events. */
@Command(
    name = "fields",
    description = {
      "Print what searches see of events: time, fields, event types, tags, the datasets of data"
          + " models, and of each field which settings of which stanza gave, replaced or removed"
          + " it.",
      "--format json prints an object a line: {_time, host, source, sourcetype, fields, eventtypes,"
          + " tags, datasets}; with --explain history, too. An event without a time has unparsable."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater fields --sourcetype sysmon:linux --event 3 sysmon_linux.log",
      "  highwater fields --format json datasets/addons/sysmon_linux/sample.log"
    })
final class FieldsCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(arity = "1..*", paramLabel = "INPUT", description = "As of replay.")
  private List<String> inputs = List.of();

  @Mixin private EventArguments events = new EventArguments();

  @Option(
      names = "--event",
      paramLabel = "N",
      description = "Print the Nth event only, counted from 1 through all inputs.")
  private int event;

  @Option(
      names = "--explain",
      description = "With --format json: say which settings each field comes from.")
  private boolean explains;

  FieldsCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    FieldsOptions options = ArgumentFaults.check(spec, this::options);
    return work.fields(options, console).code();
  }

  private FieldsOptions options(ArgumentFaults faults) {
    if (event < 0) {
      faults.add("--event: must be at least 1, not " + event);
    }
    return new FieldsOptions(shared.options(faults), inputs, events.overrides(), event, explains);
  }
}
