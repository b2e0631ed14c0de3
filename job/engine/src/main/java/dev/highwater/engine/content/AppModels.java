package dev.highwater.engine.content;

import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.cim.DataModels;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The data models of the apps of the user. */
public final class AppModels {

  /** The local ones of an app come behind its default ones in the order of paths. */
  static final Pattern PATH = Pattern.compile("(?:(?:default|local)/)?data/models/[^/]+\\.json");

  private AppModels() {}

  /** The texts of their files by name; those that hold over others of their name (S-1301). */
  public static Map<String, String> texts(InstalledApps installed) {
    Map<String, String> texts = new TreeMap<>();
    for (AppFiles app : installed.apps()) {
      app.texts()
          .forEach(
              (path, text) -> {
                if (PATH.matcher(path).matches()) {
                  texts.put(DataModels.nameIn(app.display(path), text), text);
                }
              });
    }
    return texts;
  }
}
