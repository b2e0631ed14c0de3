package dev.highwater.app;

import dev.highwater.app.terminal.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One command line, carried out in this process; what it printed and how it ended. */
record EmbeddedRun(int code, String out, String err) {
  static EmbeddedRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out, true), new PrintWriter(err, true), Console.UNLIMITED, false);
    int code = new Highwater(new EmbeddedWork(), console, Path.of("target")).run(arguments);
    return new EmbeddedRun(code, out.toString(), err.toString());
  }
}
