package dev.highwater.app.search;

import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where results go.
 *
 * @param file null for the console's {@code out}
 */
record SearchOutput(@Nullable Path file, Console console) {

  /** What prints results to the {@code out} of a console. */
  interface Printing {
    void to(Console console) throws IOException;
  }

  /**
   * Prints results. A file is made, or emptied, first.
   *
   * @throws IOException when the file cannot be written
   */
  void print(Printing printing) throws IOException {
    Path path = file;
    if (path == null) {
      printing.to(console);
      console.out().flush();
      return;
    }
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(path))) {
      printing.to(new Console(writer, console.err(), Console.UNLIMITED, false));
      if (writer.checkError()) {
        throw new IOException("not all could be written to " + path);
      }
    }
  }
}
