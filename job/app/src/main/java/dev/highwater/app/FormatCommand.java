package dev.highwater.app;

import dev.highwater.app.terminal.Console;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code highwater format}: a search, one command a line. */
@Command(
    name = "format",
    description = "Print a search in canonical form, one command a line.",
    footerHeading = "%nExamples:%n",
    footer = {"  highwater format search.spl", "  pbpaste | highwater format -"})
final class FormatCommand extends HelpArgument implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "A file with one search; - for standard input.")
  private String file = "";

  FormatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean isInput = file.equals("-");
    String text =
        isInput
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : Files.readString(Path.of(file));
    try {
      console.out().print(SplLayout.of(SplSources.of(isInput ? "<stdin>" : file, text)));
      console.out().flush();
      return ExitCode.DONE.code();
    } catch (SplException e) {
      console.err().println(e.diagnostic().render());
      return ExitCode.FAILED.code();
    }
  }
}
