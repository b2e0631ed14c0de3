package dev.highwater.app.catalog;

import dev.highwater.app.options.AppOptions;
import dev.highwater.app.options.ContentOptions;
import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.content.AppReader;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.UserApps;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.Diagnostic;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The Splunk apps that the options of a command name. */
public final class Apps {
  private Apps() {}

  /** The content with the macros, lookups and files of the apps. */
  public static ContentPack laidOver(ContentPack content, AppOptions options) {
    return isUsual(options) ? content : content.withApps(read(options));
  }

  private static boolean isUsual(AppOptions options) {
    return options.hasBuiltIn() && options.directories().isEmpty() && options.cim().isEmpty();
  }

  private static UserApps read(AppOptions options) {
    return AppReader.read(options.directories(), options.hasBuiltIn(), options.cim());
  }

  /**
   * What the add-ons say of how events are read, for those who read them before there is content:
   * without lookups and macros.
   */
  public static AddOnLibrary forReading(ContentOptions options) {
    return new AddOnLibrary(
        AddOnLayers.of(
            isUsual(options.apps()) ? InstalledApps.NONE : read(options.apps()).installed()),
        options.zone(),
        FixedLookups.NONE,
        MacroLibrary.NONE);
  }

  /**
   * Lists what cannot be used of the apps, each with its place; the rest of them holds.
   *
   * @param content with the apps
   */
  public static void report(ContentPack content, ContentOptions options, PrintWriter err) {
    if (options.apps().directories().isEmpty()) {
      return;
    }
    List<Diagnostic> problems = problems(content, options.apps(), options.zone());
    problems.forEach(problem -> err.println(problem.render()));
    long refused = problems.stream().filter(problem -> !problem.isWarning()).count();
    if (refused > 0) {
      err.println(
          refused
              + (refused == 1 ? " setting of the apps is" : " settings of the apps are")
              + " left out");
    }
  }

  private static List<Diagnostic> problems(ContentPack content, AppOptions options, ZoneId zone) {
    List<Diagnostic> problems = new ArrayList<>(read(options).problems());
    problems.addAll(Knowledge.of(content, zone).appProblems());
    return problems.stream().distinct().toList();
  }
}
