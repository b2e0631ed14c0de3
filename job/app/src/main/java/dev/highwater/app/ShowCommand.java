package dev.highwater.app;

import dev.highwater.app.options.DetectionOptions;
import dev.highwater.app.terminal.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater show}: a detection with everything expanded. */
@Command(
    name = "show",
    description = "Print a detection: expanded SPL, schedule, risk, sources, tests.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater show 'Linux Service File Created In Systemd Directory'",
      "  highwater show --format json c7495048-61b6-11ec-9a37-acde48001122"
    })
final class ShowCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(paramLabel = "DETECTION", description = "Its name, id, file or a glob.")
  private String detection = "";

  ShowCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() {
    DetectionOptions options =
        ArgumentFaults.check(
            spec, faults -> new DetectionOptions(shared.options(faults), detection));
    return work.show(options, console).code();
  }
}
