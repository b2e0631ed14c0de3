package dev.highwater.app;

import dev.highwater.app.generate.GenerateCommand;
import dev.highwater.app.live.SubmittedJob;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Highwater. */
public final class Highwater {
  private static final int HELP_COLUMNS = 100;

  private final Work work;
  private final Console console;
  private final Path directory;

  /**
   * @param work what the commands do
   * @param console where they print
   * @param directory where {@code highwater.yml} is looked for
   */
  public Highwater(Work work, Console console, Path directory) {
    this.work = work;
    this.console = console;
    this.directory = directory;
  }

  /** The command line of this process: its console, its working directory. */
  public static Highwater ofProcess() {
    return new Highwater(new EmbeddedWork(), Console.ofProcess(), Path.of(""));
  }

  /**
   * Runs one command line and ends the JVM, whatever threads still run; but for a job that Flink's
   * own client starts here, as the JVM is the client's then.
   */
  public static void main(String[] arguments) {
    int code = ofProcess().run(arguments);
    boolean mayBeClients = arguments.length > 0 && arguments[0].equals("live");
    if (mayBeClients && SubmittedJob.isAsked()) {
      if (code != ExitCode.DONE.code()) {
        throw new IllegalStateException("Highwater ended with " + code);
      }
      return;
    }
    System.exit(code);
  }

  /** Runs one command line; the result is an {@link ExitCode}'s code. */
  public int run(String... arguments) {
    OptionsFile options;
    try {
      options = OptionsFile.read(directory.resolve("highwater.yml"));
    } catch (InvalidOptionsFileException | IOException fault) {
      console.err().println(fault.getMessage());
      return ExitCode.USAGE.code();
    }
    return commandLine(options).execute(arguments);
  }

  private CommandLine commandLine(OptionsFile options) {
    return new CommandLine(new Root())
        .addSubcommand(new ReplayCommand(work, console))
        .addSubcommand(new LiveCommand(work, console))
        .addSubcommand(ContentCommand.commandLine(work, console))
        .addSubcommand(ReplayToCommand.commandLine(work, console))
        .addSubcommand(new ScheduleCommand(work, console))
        .addSubcommand(new SearchCommand(work, console))
        .addSubcommand(new TestCommand(work, console))
        .addSubcommand(new WhyCommand(work, console))
        .addSubcommand(new ExplainCommand(work, console))
        .addSubcommand(new ListCommand(work, console))
        .addSubcommand(new ShowCommand(work, console))
        .addSubcommand(new FieldsCommand(work, console))
        .addSubcommand(new RiskCommand(console))
        .addSubcommand(new EventsCommand(console))
        .addSubcommand(new LintCommand(work, console))
        .addSubcommand(new ValidateCommand(work, console))
        .addSubcommand(new FormatCommand(console))
        .addSubcommand(GenerateCommand.commandLine())
        .addSubcommand(new HelpCommand())
        .setDefaultValueProvider(options)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_COLUMNS)
        .setParameterExceptionHandler(this::refuse)
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler(this::report);
  }

  private int refuse(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    console.err().println(fault.getMessage());
    UnmatchedArgumentException.printSuggestions(fault, console.err());
    console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  private int report(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
    if (fault instanceof InterruptedException) {
      console.err().println("Interrupted");
      return ExitCode.INTERRUPTED.code();
    }
    if (fault instanceof IOException) {
      console.err().println("Cannot read or write: " + fault);
      return ExitCode.FAILED.code();
    }
    console.err().println("Highwater failed; this is a fault of the program, not of its input:");
    fault.printStackTrace(console.err());
    return ExitCode.FAILED.code();
  }

  /** The command without a subcommand. */
  @Command(
      name = "highwater",
      description = "Runs Splunk security content as one Apache Flink job.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      footerHeading = "%nExamples:%n",
      footer = {
        "  highwater replay"
            + " datasets/attack_techniques/T1053.006/service_systemd/service_systemd.yml",
        "  highwater search 'sourcetype=sysmon:linux | stats count by EventID' manifest.yml",
        "  highwater list --content security_content --technique T1053",
        "",
        "Options that every command takes may stand in highwater.yml; flags win.",
        "Exit codes: 0 done, 1 failed or a named detection refused, 2 usage, 130 interrupted."
      })
  static final class Root {}

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Highwater.class.getPackage().getImplementationVersion();
      return new String[] {"highwater " + Objects.requireNonNullElse(version, "(unpackaged)")};
    }
  }
}
