package dev.highwater.app;

import picocli.CommandLine.Option;

/** A command, or a set of options, with {@code --help}. */
public abstract class HelpArgument {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  @SuppressWarnings("UnusedVariable") // picocli prints the help where it is set
  private boolean wanted;
}
