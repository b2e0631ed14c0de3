package dev.highwater.engine.content;

import dev.highwater.engine.addon.AddOn;
import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfWords;
import dev.highwater.engine.addon.InstalledApps;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a job needs of apps: macros travel with the content, and tables only where events are looked
 * up in them.
 */
final class AppPruning {

  private AppPruning() {}

  static InstalledApps shipped(InstalledApps installed) {
    Set<String> tables = automaticTables(AddOnLayers.of(installed));
    return new InstalledApps(
        installed.apps().stream().map(app -> pruned(app, tables)).toList(),
        installed.hasBuiltIn(),
        installed.cim());
  }

  private static AppFiles pruned(AppFiles app, Set<String> tables) {
    Map<String, String> kept = new TreeMap<>(app.texts());
    kept.keySet()
        .removeIf(
            path ->
                path.endsWith("/macros.conf")
                    || (path.startsWith("lookups/") && !tables.contains(path)));
    return new AppFiles(app.name(), app.place(), kept);
  }

  /** The files of the lookups that {@code LOOKUP-} settings name. */
  private static Set<String> automaticTables(AddOnLayers addOns) {
    Set<String> names = new HashSet<>();
    for (AddOn addOn : addOns.forSearches()) {
      addOn
          .props()
          .values()
          .forEach(
              stanza -> stanza.settings().values().forEach(setting -> addName(setting, names)));
    }
    Set<String> tables = new HashSet<>();
    addOns
        .lookups()
        .forEach(
            (name, lookup) -> {
              if (names.contains(name)) {
                tables.add("lookups/" + lookup.stanza().value("filename"));
              }
            });
    return tables;
  }

  private static void addName(ConfSetting setting, Set<String> names) {
    if (setting.isLookup()) {
      List<String> words = ConfWords.of(setting.value());
      names.addAll(words.subList(0, Math.min(1, words.size())));
    }
  }
}
