package dev.highwater.app.options;

import java.util.List;

/**
 * Detections that a command enables, as content ships most of them disabled.
 *
 * @param names names, ids, files or globs
 * @param all whether every detection is enabled
 */
public record EnabledDetections(List<String> names, boolean all) {

  /** Those that the content itself enables. */
  public static final EnabledDetections OF_CONTENT = new EnabledDetections(List.of(), false);

  public EnabledDetections {
    names = List.copyOf(names);
  }
}
