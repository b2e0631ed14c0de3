package dev.highwater.app.options;

import java.nio.file.Path;
import java.util.List;

/**
 * The Splunk apps that the user brings.
 *
 * @param directories each an app or a directory of apps; of apps of one name the later one wins
 * @param hasBuiltIn whether the add-ons that come with Highwater stay, under those of the user
 * @param cim the version of the data models that come with Highwater; empty for the usual one
 */
public record AppOptions(List<Path> directories, boolean hasBuiltIn, String cim) {

  /** What comes with Highwater and nothing else. */
  public static final AppOptions NONE = new AppOptions(List.of(), true, "");

  public AppOptions {
    directories = List.copyOf(directories);
  }
}
