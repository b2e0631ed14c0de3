package dev.highwater.engine.content;

import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.cim.DataModels;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads directories of Splunk apps (S-1301): {@code default} and {@code local} with .conf files,
 * {@code lookups}, data models. Links in an app may lead anywhere and are not followed (S-2091).
 */
public final class AppReader {

  private static final Pattern MEANT =
      Pattern.compile(
          "(?:default|local)/(?:props|transforms|eventtypes|tags|macros)\\.conf|lookups/[^/]+\\.csv");

  private static final Pattern FOLDER =
      Pattern.compile("lookups|(?:(?:default|local)(?:/data(?:/models)?)?)|data(?:/models)?");

  private static final long MOST_BYTES = 64L << 20;
  private static final int DEPTH = 4;

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, AppFiles> apps = new LinkedHashMap<>();

  private AppReader() {}

  /**
   * Reads the apps of some directories: each is an app, or holds apps. An app takes the place of
   * one of the same name in an earlier directory.
   *
   * @param hasBuiltIn whether the add-ons that come with Highwater stay
   * @param cim see {@link InstalledApps#cim}
   * @return all that could be read; what could not is among the problems
   */
  public static UserApps read(List<Path> directories, boolean hasBuiltIn, String cim) {
    AppReader reader = new AppReader();
    directories.forEach(reader::addAll);
    return UserApps.of(
        new InstalledApps(List.copyOf(reader.apps.values()), hasBuiltIn, cim), reader.problems);
  }

  /** With data models of the usual version. */
  public static UserApps read(List<Path> directories, boolean hasBuiltIn) {
    return read(directories, hasBuiltIn, "");
  }

  private void addAll(Path directory) {
    if (isApp(directory)) {
      add(directory.toAbsolutePath().normalize().getFileName().toString(), directory);
      return;
    }
    int before = apps.size();
    try (Stream<Path> children = Files.list(directory)) {
      children
          .sorted()
          .filter(AppReader::isApp)
          .forEach(app -> add(app.getFileName().toString(), app));
    } catch (IOException e) {
      problem(directory, "cannot be listed: " + e.getMessage());
    }
    if (apps.size() == before) {
      problem(directory, "has no apps: an app is a directory with default/ or local/");
    }
  }

  private static boolean isApp(Path directory) {
    return Files.isDirectory(directory.resolve("default"))
        || Files.isDirectory(directory.resolve("local"));
  }

  private void add(String name, Path app) {
    Map<String, String> texts = new TreeMap<>();
    try {
      for (String path : paths(app.toRealPath())) {
        if (Files.isSymbolicLink(app.resolve(path))) {
          problem(app.resolve(path), "is a link and left out: put the file itself into the app");
        } else {
          addText(path, app.resolve(path), texts);
        }
      }
    } catch (IOException e) {
      problem(app, "cannot be listed: " + e.getMessage());
    }
    apps.put(name, new AppFiles(name, app.toString(), texts));
  }

  /** The files of an app that are meant, and links in their places and in those of folders. */
  private static List<String> paths(Path app) throws IOException {
    try (Stream<Path> files = Files.walk(app, DEPTH)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> app.relativize(file).toString().replace('\\', '/'))
          .filter(path -> isMeant(path) || isLinkedFolder(app, path))
          .sorted()
          .toList();
    }
  }

  private static boolean isMeant(String path) {
    return MEANT.matcher(path).matches() || AppModels.PATH.matcher(path).matches();
  }

  private static boolean isLinkedFolder(Path app, String path) {
    return FOLDER.matcher(path).matches() && Files.isSymbolicLink(app.resolve(path));
  }

  private void addText(String path, Path file, Map<String, String> texts) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        problem(file, "is larger than " + (MOST_BYTES >> 20) + " MiB and left out");
        return;
      }
      String text = Files.readString(file);
      if (path.endsWith(".json")) {
        DataModels.check(file.toString(), text);
      }
      texts.put(path, text);
    } catch (CharacterCodingException e) {
      problem(file, "is not UTF-8 and left out");
    } catch (IOException e) {
      problem(file, "cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      problem(file, "is no data model and left out: " + e.getMessage());
    }
  }

  private void problem(Path place, String message) {
    SourceSpan span = new SourceSpan(SplSources.of(place.toString(), ""), 0, 0);
    problems.add(Diagnostic.error(span, message));
  }
}
