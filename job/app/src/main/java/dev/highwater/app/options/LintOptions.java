package dev.highwater.app.options;

import java.util.List;

/**
 * Searches to look over.
 *
 * @param content the content and the shared options
 * @param paths files, folders, or {@code -} for standard input; at least one
 * @param isStrict whether a refused search and a warning are failures, too
 * @param isOfSources whether it is asked which sources can feed the detections
 */
public record LintOptions(
    ContentOptions content, List<String> paths, boolean isStrict, boolean isOfSources) {
  public LintOptions {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("Name a file or a folder to look over, or - for input");
    }
  }
}
