package dev.highwater.app.options;

import java.util.List;

/**
 * Content to look over.
 *
 * @param content content that the paths may name, and the shared options
 * @param paths folders of content and files inside of them; the folders of the content when empty
 * @param isStrict whether a warning is a failure, too
 */
public record ValidateOptions(ContentOptions content, List<String> paths, boolean isStrict) {
  public ValidateOptions {
    paths = List.copyOf(paths);
    if (paths.isEmpty() && content.contentDirectories().isEmpty()) {
      throw new IllegalArgumentException("Name a folder of content, or a file inside of one");
    }
  }
}
