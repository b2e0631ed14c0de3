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

/** {@code highwater explain}: the plan of a detection's search. */
@Command(
    name = "explain",
    description = "Print the plan of a detection's search.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater explain 'Linux Service File Created In Systemd Directory'",
      "  highwater explain --content security_content detections/endpoint/some_detection.yml"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(paramLabel = "DETECTION", description = "Its name, id, file or a glob.")
  private String detection = "";

  ExplainCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() {
    DetectionOptions options =
        ArgumentFaults.check(
            spec, faults -> new DetectionOptions(shared.options(faults), detection));
    return work.explain(options, console).code();
  }
}
