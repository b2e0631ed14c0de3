package dev.highwater.engine.content;

import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AddOnLookup;
import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What apps of the user bring: their files, and what content is made of in them.
 *
 * @param installed the files that a job needs
 * @param macros those of macros.conf; later ones hold over earlier ones
 * @param lookups those of transforms.conf, by name
 * @param problems what could not be read, each with its place
 */
public record UserApps(
    InstalledApps installed,
    List<MacroDefinition> macros,
    Map<String, Lookup> lookups,
    List<Diagnostic> problems) {

  public UserApps {
    macros = List.copyOf(macros);
    problems = List.copyOf(problems);
  }

  /**
   * What the files say.
   *
   * @param installed all files
   * @param found what could not be read of them
   */
  static UserApps of(InstalledApps installed, List<Diagnostic> found) {
    List<Diagnostic> problems = new ArrayList<>(found);
    List<MacroDefinition> macros = new ArrayList<>();
    installed.apps().forEach(app -> addMacros(app, macros, problems));
    AddOnLayers own = AddOnLayers.of(new InstalledApps(installed.apps(), false));
    own.lookups().values().forEach(lookup -> checkPlace(lookup, problems));
    return new UserApps(
        AppPruning.shipped(installed),
        macros,
        new LinkedHashMap<>(new AddOnLookups(own).lookups()),
        problems);
  }

  /** A table lies in its app's lookups, in none of their folders (S-2091). */
  private static void checkPlace(AddOnLookup lookup, List<Diagnostic> problems) {
    ConfSetting file = lookup.stanza().settings().get("filename");
    if (file != null && (file.value().contains("/") || file.value().contains("\\"))) {
      problems.add(
          Diagnostic.error(
                  new SourceSpan(file.source(), 0, file.value().length()),
                  "'" + file.value() + "' leads out of the app's lookups/")
              .withHint("the table must lie in lookups/; name its file alone"));
    }
  }

  private static void addMacros(
      AppFiles app, List<MacroDefinition> macros, List<Diagnostic> problems) {
    Map<String, ConfStanza> stanzas = new LinkedHashMap<>();
    for (String path : List.of("default/macros.conf", "local/macros.conf")) {
      String text = app.text(path);
      if (text != null) {
        ConfFile.parse(app.display(path), text, problems::add)
            .forEach((name, stanza) -> stanzas.merge(name, stanza, ConfStanza::overlaidBy));
      }
    }
    MacroConf conf = new MacroConf(app.display("default/macros.conf"), "");
    conf.read(stanzas.values());
    macros.addAll(conf.macros());
    problems.addAll(conf.problems());
  }
}
