package dev.highwater.app.verify;

import dev.highwater.engine.content.Detection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What git says is changed of content. */
final class ChangedContent {

  private final Set<String> paths = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private ChangedContent() {}

  /**
   * What is changed since a revision, in commits or not yet committed, with new files.
   *
   * @param directories checkouts of content
   * @param err where it is said why git cannot tell
   * @return empty when git cannot tell
   */
  static Optional<ChangedContent> since(String revision, List<Path> directories, PrintWriter err)
      throws IOException, InterruptedException {
    ChangedContent changed = new ChangedContent();
    for (Path directory : directories) {
      List<List<String>> questions =
          List.of(
              List.of("git", "diff", "--name-only", "--relative", revision, "--"),
              List.of("git", "ls-files", "--others", "--exclude-standard"));
      for (List<String> question : questions) {
        Optional<List<String>> answer = ask(directory, question, err);
        if (answer.isEmpty()) {
          return Optional.empty();
        }
        answer.get().forEach(changed::add);
      }
    }
    return Optional.of(changed);
  }

  private static Optional<List<String>> ask(Path directory, List<String> question, PrintWriter err)
      throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(question)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    git.getOutputStream().close();
    String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      err.println("Cannot tell what is changed in " + directory + ": " + answer.strip());
      return Optional.empty();
    }
    return Optional.of(answer.lines().toList());
  }

  private void add(String path) {
    paths.add(path);
    if (path.startsWith("macros/") || path.startsWith("lookups/")) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      names.add(file.replaceFirst("\\.[a-z]+$", ""));
    }
  }

  /** Whether the detection's file is changed, or a macro or lookup that it names. */
  boolean concerns(Detection detection) {
    String search = detection.search().text();
    return paths.contains(detection.file())
        || names.stream()
            .anyMatch(
                name ->
                    Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(search).find());
  }
}
