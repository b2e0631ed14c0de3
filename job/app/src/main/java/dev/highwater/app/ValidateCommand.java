package dev.highwater.app;

import dev.highwater.app.options.ValidateOptions;
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

/** {@code highwater validate}: whether content is written as its build asks for it. */
@Command(
    name = "validate",
    description = {
      "Check the files of security content as contentctl does: ids, names, keys, values, dates,"
          + " references, filter macros, fields of risk, tests, tables.",
      "Searches are compiled, too: what they name has to be there. What lint warns of is left to"
          + " lint."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  highwater validate security_content",
      "  highwater validate --content security_content my_content",
      "  highwater validate --format github security_content/detections/endpoint/one.yml",
      "",
      "The exit code is 1 when there is an error."
    })
final class ValidateCommand implements Callable<Integer> {
  private final Work work;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private SharedArguments shared = new SharedArguments();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders of content, or files in them; all of --content when none is named.")
  private List<String> paths = List.of();

  @Option(names = "--strict", description = "Exit with 1 for a warning, too.")
  private boolean strict;

  ValidateCommand(Work work, Console console) {
    this.work = work;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ValidateOptions options =
        ArgumentFaults.check(
            spec, faults -> new ValidateOptions(shared.lintOptions(faults), paths, strict));
    return work.validate(options, console).code();
  }
}
