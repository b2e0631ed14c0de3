package dev.highwater.app;

import dev.highwater.app.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code highwater replay-to}: sends recorded data to where live data comes from. */
@Command(
    name = "replay-to",
    description = "Send recorded data to a broker, as if it came live.",
    synopsisSubcommandLabel = "WHERE")
final class ReplayToCommand extends HelpArgument {
  private ReplayToCommand() {}

  /** The command with the places that it knows. */
  static CommandLine commandLine(Work work, Console console) {
    return new CommandLine(new ReplayToCommand())
        .addSubcommand(new ReplayToKafkaCommand(work, console));
  }
}
