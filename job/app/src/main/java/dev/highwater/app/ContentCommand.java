package dev.highwater.app;

import dev.highwater.app.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code highwater content}: what runs in jobs that go on. */
@Command(
    name = "content",
    description = "Change the content of running jobs.",
    synopsisSubcommandLabel = "COMMAND")
final class ContentCommand extends HelpArgument {
  private ContentCommand() {}

  /** The command with those that it has. */
  static CommandLine commandLine(Work work, Console console) {
    return new CommandLine(new ContentCommand()).addSubcommand(new PublishCommand(work, console));
  }
}
