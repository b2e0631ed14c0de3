package dev.highwater.app.catalog;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.SearchOverrides;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A savedsearches.conf of the user. */
final class LocalSearches {

  private LocalSearches() {}

  /** Reads the file, if there is one; what is wrong with it goes to the faults. */
  static SearchOverrides read(@Nullable Path file, List<String> faults) {
    if (file == null) {
      return SearchOverrides.NONE;
    }
    try {
      return SearchOverrides.parse(
          file.toString(), Files.readString(file), problem -> faults.add(problem.render()));
    } catch (IOException fault) {
      String why = Files.exists(file) ? fault.toString() : file + " does not exist";
      faults.add("Cannot read saved searches: " + why);
      return SearchOverrides.NONE;
    }
  }

  /** Without those that the file disables. */
  static List<Detection> notDisabled(SearchOverrides overrides, List<Detection> detections) {
    return detections.stream()
        .filter(detection -> !Boolean.FALSE.equals(overrides.isEnabled(detection)))
        .toList();
  }

  static void reportUnknown(
      SearchOverrides overrides, ContentPack content, ContentOptions options, PrintWriter err) {
    if (!options.quiet()) {
      for (String name : overrides.unknown(content)) {
        err.println(
            "warning: " + options.localFile() + ": [" + name + "] is no search of the content");
      }
    }
  }
}
