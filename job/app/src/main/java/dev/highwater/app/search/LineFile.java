package dev.highwater.app.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text that may be read more than once.
 *
 * @param name as messages call it
 */
record LineFile(String name, Path path) {

  /** Takes one line. */
  interface Lines {
    /** The number is from 1. */
    void accept(int number, String line) throws IOException;
  }

  /**
   * A file, or the standard input, which is kept in a temporary file until the process ends.
   *
   * @param argument a path, or {@code -}
   */
  static LineFile of(String argument, InputStream standardInput) throws IOException {
    if (!argument.equals("-")) {
      return new LineFile(argument, Path.of(argument));
    }
    Path spooled = Files.createTempFile("highwater-stdin-", ".ndjson");
    spooled.toFile().deleteOnExit();
    Files.copy(standardInput, spooled, StandardCopyOption.REPLACE_EXISTING);
    return new LineFile("<stdin>", spooled);
  }

  /**
   * Gives the lines that are not blank, in order.
   *
   * @throws IOException when it cannot be read, or is no UTF-8
   */
  void forEach(Lines lines) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          lines.accept(number, line);
        }
      }
    } catch (CharacterCodingException fault) {
      throw new IOException(name + " is not UTF-8", fault);
    }
  }
}
