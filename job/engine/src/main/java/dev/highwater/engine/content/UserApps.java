package dev.highwater.engine.content;

import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
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
    InstalledApps own = new InstalledApps(installed.apps(), false);
    return new UserApps(
        AppPruning.shipped(installed),
        macros,
        new LinkedHashMap<>(new AddOnLookups(AddOnLayers.of(own)).lookups()),
        problems);
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
