package dev.highwater.app;

import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.risk.RiskView;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highwater risk}: the entities of a replay by their risk. */
@Command(
    name = "risk",
    description = "Show which entities a replay found at risk, over time, and what it comes of.",
    footerHeading = "%nExamples:%n",
    footer = {"  highwater risk", "  highwater risk --format json results"})
final class RiskCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "What a replay wrote. Default: out.")
  private Path directory = Path.of("out");

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Entities to show. Default: ${DEFAULT-VALUE}.")
  private int most = 20;

  RiskCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    OutputFormat format =
        ArgumentFaults.check(
            spec,
            faults -> {
              if (most < 1) {
                faults.add("--top: " + most + " (must be at least 1)");
              }
              return shared.options(faults).format();
            });
    RiskView view = new RiskView(directory, most, console);
    return (format == OutputFormat.JSON ? view.json() : view.text()).code();
  }
}
