package dev.highwater.app;

import dev.highwater.app.options.WhyOptions;
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

/** {@code highwater why}: where a detection loses the events of logs. */
@Command(
    name = "why",
    description = {
      "Say why a detection finds nothing, or so little: how many events are left when they have"
          + " entered its data model, behind each condition of its filter and each later command,"
          + " and which event came nearest to the first step that none passes.",
      "The search runs once over all of the logs' time, as of --now, else of the second behind the"
          + " last event."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater why --content security_content 'Detect Certipy*' attack_data/datasets/.../log",
      "  highwater why 'Linux Service*' --sourcetype sysmon:linux --event 3 sysmon_linux.log"
    })
final class WhyCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(index = "0", paramLabel = "DETECTION", description = "Name, id, file or glob.")
  private String detection = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "INPUT", description = "As of replay.")
  private List<String> inputs = List.of();

  @Mixin private EventArguments events = new EventArguments();

  @Option(
      names = "--event",
      paramLabel = "N",
      description = "Look at the Nth event only, counted from 1 through all inputs.")
  private int event;

  WhyCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    WhyOptions options = ArgumentFaults.check(spec, this::options);
    return work.why(options, console).code();
  }

  private WhyOptions options(ArgumentFaults faults) {
    if (event < 0) {
      faults.add("--event: must be at least 1, not " + event);
    }
    return new WhyOptions(shared.options(faults), detection, inputs, events.overrides(), event);
  }
}
