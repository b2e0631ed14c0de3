package dev.highwater.app.generate;

import dev.highwater.app.HelpArgument;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code highwater generate}: logs for samples and benchmarks. */
@Command(
    name = "generate",
    description = "Make a log for a sample or a benchmark; the same seed gives the same bytes.",
    synopsisSubcommandLabel = "KIND")
public final class GenerateCommand extends HelpArgument {
  private GenerateCommand() {}

  /** The command with its kinds of logs. */
  public static CommandLine commandLine() {
    return new CommandLine(new GenerateCommand()).addSubcommand(new SysmonLinuxCommand());
  }
}
