package dev.highwater.app.lint;

import dev.highwater.app.options.ValidateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be validated.
 *
 * @param folders the folders of content to read, later ones win
 * @param asked what of them is asked for
 * @param faults paths that are none
 */
record ValidatedPaths(List<Path> folders, List<Path> asked, List<LintResult> faults) {

  ValidatedPaths {
    folders = List.copyOf(folders);
    asked = List.copyOf(asked);
    faults = List.copyOf(faults);
  }

  static ValidatedPaths of(ValidateOptions options) {
    Set<Path> folders = new LinkedHashSet<>();
    List<Path> asked = new ArrayList<>();
    List<LintResult> faults = new ArrayList<>();
    for (Path folder : options.content().contentDirectories()) {
      addFolder(folder, options.paths().isEmpty(), folders, asked, faults);
    }
    for (String text : options.paths()) {
      Path path = Path.of(text);
      Path enclosing = Files.isRegularFile(path) ? LintReading.enclosing(path) : path;
      if (enclosing == null) {
        faults.add(LintReading.fault(path, "lies in no folder of content"));
      } else if (enclosing.equals(path)) {
        addFolder(path, true, folders, asked, faults);
      } else {
        folders.add(enclosing);
        asked.add(path);
      }
    }
    return new ValidatedPaths(List.copyOf(folders), asked, faults);
  }

  private static void addFolder(
      Path folder, boolean isAsked, Set<Path> folders, List<Path> asked, List<LintResult> faults) {
    if (!Files.isDirectory(folder)) {
      String fault = Files.exists(folder) ? "is not a folder" : "does not exist";
      faults.add(LintReading.fault(folder, fault));
      return;
    }
    folders.add(folder);
    if (isAsked) {
      asked.add(folder);
    }
  }

  /** Whether a file, as messages show it, is asked for. */
  boolean has(String file) {
    @Nullable Path path = file.startsWith("<") ? null : absolute(Path.of(file));
    return path != null && asked.stream().anyMatch(each -> path.startsWith(absolute(each)));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
