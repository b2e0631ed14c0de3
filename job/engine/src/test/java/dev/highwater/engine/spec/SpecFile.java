package dev.highwater.engine.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cases of a {@code .spec} file; its format is described in specs/README.md. */
public final class SpecFile {

  /** Where the specs lie; tests run in the folder of the module. */
  private static final Path SPECS = Path.of("src", "test", "resources", "specs");

  private static final Pattern RULE = Pattern.compile("S-\\d{3,4}");

  private SpecFile() {}

  /** All spec files, in the order of their paths. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.walk(SPECS)) {
      return files.filter(file -> file.toString().endsWith(".spec")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SpecCase> cases(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<SpecCase> cases = new ArrayList<>();
    int start = nextTitle(lines, 0);
    while (start < lines.size()) {
      int end = nextTitle(lines, start + 1);
      cases.add(oneCase(file, start, lines.subList(start, end)));
      start = end;
    }
    return cases;
  }

  private static int nextTitle(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).startsWith("== ")) {
      at++;
    }
    return at;
  }

  private static SpecCase oneCase(Path file, int start, List<String> lines) {
    String name = String.valueOf(file.getFileName());
    List<String> input = new ArrayList<>();
    List<String> command = new ArrayList<>();
    List<String> outcome = new ArrayList<>();
    List<SpecSection> given = new ArrayList<>();
    List<SpecSection> effects = new ArrayList<>();
    List<String> table = input;
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank() || line.startsWith("# ")) {
        continue;
      }
      if (line.startsWith("-- ")) {
        command.add(line.substring(3));
        table = outcome;
      } else if (line.startsWith(":: ")) {
        table = new ArrayList<>();
        (command.isEmpty() ? given : effects).add(SpecSection.of(line.substring(3), table));
      } else {
        table.add(line);
      }
    }
    if (command.isEmpty() || outcome.isEmpty()) {
      throw new IllegalArgumentException(
          name + ":" + (start + 1) + ": a case needs a command and an outcome");
    }
    String title = lines.get(0).substring(3).strip();
    List<String> rules = RULE.matcher(title).results().map(rule -> rule.group()).toList();
    String words = RULE.matcher(title).replaceAll("").strip();
    return new SpecCase(
        name,
        start + 1,
        words,
        rules,
        input,
        given,
        String.join("\n", command).strip(),
        outcome,
        effects);
  }
}
