package dev.highwater.app.lint;

import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.content.MacroFile;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads files of searches one after the other; each by what its name and its keys say it is. */
final class SearchFiles {

  private static final Pattern DETECTION = Pattern.compile("(?m)^search\\s*:");
  private static final Pattern MACRO = Pattern.compile("(?m)^(- )?definition\\s*:");

  private final List<LintTarget> targets = new ArrayList<>();
  private final List<MacroDefinition> macros = new ArrayList<>();
  private final List<Path> detectionFiles = new ArrayList<>();
  private final List<LintResult> unreadable = new ArrayList<>();

  /** Whether a file of a folder is looked at. */
  static boolean isKnown(Path file) {
    String name = String.valueOf(file.getFileName());
    return isYaml(name)
        || name.endsWith(".spl")
        || isLines(name)
        || isDashboard(name)
        || name.equals("savedsearches.conf")
        || name.equals("macros.conf");
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  /** Whether a file may be a dashboard; its text says whether it is. */
  static boolean isDashboard(String name) {
    return name.endsWith(".xml") || name.endsWith(".json");
  }

  private static boolean isLines(String name) {
    return name.endsWith(".ndjson") || name.endsWith(".jsonl");
  }

  /**
   * Reads a file; that it cannot be read is in {@link #unreadable}.
   *
   * @return false when it is nothing that is known here
   */
  boolean add(Path file) {
    try {
      return add(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      unreadable.add(LintReading.fault(file, "is not UTF-8"));
    } catch (IOException e) {
      unreadable.add(LintReading.fault(file, "cannot be read: " + e));
    } catch (SplException e) {
      unreadable.add(LintResult.unreadable(file.toString(), List.of(e.diagnostic())));
    }
    return true;
  }

  private boolean add(Path file, String text) {
    String name = String.valueOf(file.getFileName());
    if (isYaml(name) && DETECTION.matcher(text).find()) {
      detectionFiles.add(file);
    } else if ((isYaml(name) && MACRO.matcher(text).find()) || name.endsWith("macros.conf")) {
      addMacros(file.toString(), text);
    } else if (name.endsWith(".conf")) {
      addSavedSearches(file.toString(), text);
    } else if (isLines(name)) {
      SearchLines.read(file, text, targets, unreadable);
    } else if (isDashboard(name)) {
      return addDashboard(file.toString(), text);
    } else if (isYaml(name)) {
      return false;
    } else {
      addSearch(file.toString(), text);
    }
    return true;
  }

  private boolean addDashboard(String file, String text) {
    if (DashboardXml.isDashboard(text)) {
      targets.addAll(DashboardXml.read(file, text));
    } else if (DashboardJson.isDashboard(text)) {
      targets.addAll(DashboardJson.read(file, MappedText.of(file, text)));
    } else {
      return false;
    }
    return true;
  }

  /** A text that is one search. */
  void addSearch(String name, String text) {
    targets.add(new SearchTarget(name, name, SplSources.of(name, text)));
  }

  private void addMacros(String file, String text) {
    MacroFile read = MacroFile.read(file, text);
    macros.addAll(read.macros());
    read.macros().forEach(macro -> targets.add(new MacroTarget(macro)));
    if (!read.problems().isEmpty()) {
      unreadable.add(LintResult.unreadable(file, read.problems()));
    }
  }

  private void addSavedSearches(String file, String text) {
    for (ConfStanza stanza : ConfFile.parse(file, text).values()) {
      ConfSetting search = stanza.settings().get("search");
      if (search != null) {
        targets.add(new SearchTarget(stanza.name(), file, search.source()));
      }
    }
  }

  List<LintTarget> targets() {
    return targets;
  }

  /** Macros of the files, which win over those of the content. */
  List<MacroDefinition> macros() {
    return macros;
  }

  /** Files that hold a detection each; not read yet. */
  List<Path> detectionFiles() {
    return detectionFiles;
  }

  List<LintResult> unreadable() {
    return unreadable;
  }
}
