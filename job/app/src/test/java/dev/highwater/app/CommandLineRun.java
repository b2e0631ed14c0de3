package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.terminal.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** The program in this process, by its command line. */
final class CommandLineRun {

  private CommandLineRun() {}

  /** Runs a command, which has to succeed; gives what it printed. */
  static String of(Path directory, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out, true), new PrintWriter(err, true), Console.UNLIMITED, false);
    int code = new Highwater(new EmbeddedWork(), console, directory).run(arguments);
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }
}
