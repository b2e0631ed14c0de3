package dev.highwater.app.risk;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what a job left in a directory: one file, or the parts that a cluster wrote. */
final class ResultFiles {

  private ResultFiles() {}

  /** Whether there are results of that name. */
  static boolean has(Path directory, String name) {
    return Files.exists(directory.resolve(name + ".ndjson"))
        || Files.isDirectory(directory.resolve(name));
  }

  /**
   * Gives each line as an object.
   *
   * @param name such as {@code risk} for {@code risk.ndjson} or {@code risk/part-*}
   * @throws IOException for a file that cannot be read, and for a line that is no JSON object
   */
  static void forEach(Path directory, String name, Consumer<Json.Members> lines)
      throws IOException {
    for (Path file : files(directory, name)) {
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        long number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (!(JsonReader.read(line) instanceof Json.Members members)) {
            throw new IOException(file + ":" + number + ": no JSON object");
          }
          lines.accept(members);
          number++;
        }
      }
    }
  }

  private static List<Path> files(Path directory, String name) throws IOException {
    Path whole = directory.resolve(name + ".ndjson");
    if (Files.exists(whole)) {
      return List.of(whole);
    }
    Path parts = directory.resolve(name);
    if (!Files.isDirectory(parts)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(parts)) {
      return found
          .filter(file -> file.getFileName().toString().startsWith("part-"))
          .sorted()
          .toList();
    }
  }

  /** The text of a member; empty where there is none. */
  static String text(Json.Members line, String name) {
    Json value = line.byName().get(name);
    String text = value == null ? null : value.fieldText();
    return text == null ? "" : text;
  }

  /** The texts of a list; none where there is no list. */
  static List<String> texts(Json.Members line, String name) {
    return line.byName().get(name) instanceof Json.Items items
        ? items.list().stream().map(Json::fieldText).map(String::valueOf).toList()
        : List.of();
  }
}
