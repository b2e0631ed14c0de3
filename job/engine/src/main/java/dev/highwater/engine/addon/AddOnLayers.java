package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Add-ons in the orders in which they hold (S-1301).
 *
 * @param forSearches later ones hold over earlier ones, for what is done at search time
 * @param forReading the same for how events are read
 * @param problems lines of their files that are no setting
 */
public record AddOnLayers(
    List<AddOn> forSearches, List<AddOn> forReading, List<Diagnostic> problems) {

  public AddOnLayers {
    forSearches = List.copyOf(forSearches);
    forReading = List.copyOf(forReading);
    problems = List.copyOf(problems);
  }

  /** Add-ons that hold in one order. */
  public static AddOnLayers of(List<AddOn> addOns) {
    return new AddOnLayers(addOns, addOns, List.of());
  }

  /** The lookups that the add-ons define, by name. */
  public Map<String, AddOnLookup> lookups() {
    Map<String, ConfStanza> merged = new HashMap<>();
    Map<String, AddOnLookup> lookups = new TreeMap<>();
    for (AddOn addOn : forSearches) {
      addOn
          .transforms()
          .forEach(
              (name, stanza) -> {
                ConfStanza whole = merged.merge(name, stanza, ConfStanza::overlaidBy);
                AddOnLookup below = lookups.get(name);
                if (AddOnLookup.isLookup(whole)) {
                  AddOn.LookupFiles files =
                      below == null || AddOnLookup.isLookup(stanza)
                          ? addOn.lookups()
                          : below.files();
                  lookups.put(name, new AddOnLookup(whole, files));
                }
              });
    }
    return lookups;
  }

  /** The add-ons that come with Highwater, where they are wanted, under those of the user. */
  public static AddOnLayers of(InstalledApps installed) {
    List<Diagnostic> problems = new ArrayList<>();
    List<AddOn> defaults = new ArrayList<>();
    List<AddOn> locals = new ArrayList<>();
    for (AppFiles app : installed.apps()) {
      defaults.add(AddOnReader.read(app, "default", problems));
      locals.add(AddOnReader.read(app, "local", problems));
    }
    List<AddOn> forSearches = new ArrayList<>();
    List<AddOn> forReading = new ArrayList<>();
    if (installed.hasBuiltIn()) {
      forSearches.addAll(AddOnReader.builtIn());
      forReading.addAll(forSearches);
    }
    for (int i = 0; i < defaults.size(); i++) {
      forSearches.add(defaults.get(i));
      forSearches.add(locals.get(i));
      forReading.add(defaults.get(defaults.size() - 1 - i));
    }
    for (int i = locals.size() - 1; i >= 0; i--) {
      forReading.add(locals.get(i));
    }
    return new AddOnLayers(forSearches, forReading, problems);
  }
}
