package dev.highwater.engine.addon;

import java.util.Comparator;
import java.util.List;

/**
 * The apps that a user brings.
 *
 * @param apps by name, in the order of UTF-16 units
 * @param hasBuiltIn whether the add-ons that come with Highwater are there, too; what the user
 *     brings holds over them
 */
public record InstalledApps(List<AppFiles> apps, boolean hasBuiltIn) {

  /** Only what comes with Highwater. */
  public static final InstalledApps NONE = new InstalledApps(List.of(), true);

  public InstalledApps {
    apps = apps.stream().sorted(Comparator.comparing(AppFiles::name)).toList();
  }
}
