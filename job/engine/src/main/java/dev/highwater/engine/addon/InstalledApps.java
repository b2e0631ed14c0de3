package dev.highwater.engine.addon;

import java.util.Comparator;
import java.util.List;

/**
 * The apps that a user brings.
 *
 * @param apps by name, in the order of UTF-16 units
 * @param hasBuiltIn whether the add-ons that come with Highwater are there, too; what the user
 *     brings holds over them
 * @param cim the version of the data models that come with Highwater, as {@code 5.0.1}; empty for
 *     the usual one
 */
public record InstalledApps(List<AppFiles> apps, boolean hasBuiltIn, String cim) {

  /** Only what comes with Highwater. */
  public static final InstalledApps NONE = new InstalledApps(List.of(), true);

  /** With data models of the usual version. */
  public InstalledApps(List<AppFiles> apps, boolean hasBuiltIn) {
    this(apps, hasBuiltIn, "");
  }

  public InstalledApps {
    apps = apps.stream().sorted(Comparator.comparing(AppFiles::name)).toList();
  }
}
