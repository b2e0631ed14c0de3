package dev.highwater.app;

import dev.highwater.app.terminal.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** How a command line of this process ended, and what it printed. */
public record HighwaterRun(int code, String out, String err) {

  /** Runs a command to its end. */
  public static HighwaterRun of(Path directory, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out, true), new PrintWriter(err, true), Console.UNLIMITED, false);
    int code = new Highwater(new EmbeddedWork(), console, directory).run(arguments);
    return new HighwaterRun(code, out.toString(), err.toString());
  }
}
