package dev.highwater.app.lint;

import dev.highwater.app.catalog.Apps;
import dev.highwater.app.catalog.Places;
import dev.highwater.app.options.LintOptions;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Enclosure;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the searches that the paths hold, and the content that they are to be read against. */
final class LintReading {

  private final LintOptions options;
  private final Set<Path> checkouts = new LinkedHashSet<>();
  private final List<Path> files = new ArrayList<>();
  private final Set<Path> named = new LinkedHashSet<>();
  private final List<LintResult> unreadable = new ArrayList<>();

  private LintReading(LintOptions options) {
    this.options = options;
  }

  /**
   * Reads all paths; a file that cannot be read is in the result and does not stop the others.
   *
   * @throws IOException when standard input or a folder cannot be read
   */
  static LintInput read(LintOptions options) throws IOException {
    return new LintReading(options).read();
  }

  private LintInput read() throws IOException {
    SearchFiles searches = new SearchFiles();
    for (String path : options.paths()) {
      if (path.equals("-")) {
        byte[] input = System.in.readAllBytes();
        searches.addSearch("<stdin>", new String(input, StandardCharsets.UTF_8));
      } else {
        sort(Path.of(path));
      }
    }
    for (Path file : files) {
      if (!searches.add(file) && named.contains(file)) {
        unreadable.add(fault(file, "holds no searches that are known here"));
      }
    }
    Path overrides = options.content().macroFile();
    if (overrides != null) {
      searches.add(overrides);
    }
    ContentPack content =
        Apps.laidOver(content(searches), options.content().apps()).withMacros(searches.macros());
    List<LintTarget> targets = new ArrayList<>(ofContent(content, searches.detectionFiles()));
    targets.addAll(searches.targets());
    unreadable.addAll(searches.unreadable());
    PlaceDatabase places = places(options.content().placeFile());
    return new LintInput(content, places, targets, unreadable);
  }

  private @Nullable PlaceDatabase places(@Nullable Path file) {
    List<String> faults = new ArrayList<>();
    PlaceDatabase places = Places.open(file, faults);
    if (file != null) {
      faults.forEach(message -> unreadable.add(fault(file, message)));
    }
    return places;
  }

  private void sort(Path path) throws IOException {
    if (!Files.exists(path)) {
      unreadable.add(fault(path, "does not exist"));
    } else if (!Files.isDirectory(path)) {
      files.add(path);
      named.add(path);
    } else if (isCheckout(path)) {
      checkouts.add(path);
      walk(path.resolve("dashboards"), path);
    } else {
      walk(path, path);
    }
  }

  private void walk(Path folder, Path named) throws IOException {
    if (Files.isDirectory(folder)) {
      Enclosure own = new Enclosure(named);
      try (Stream<Path> found = Files.walk(folder)) {
        found.filter(SearchFiles::isKnown).sorted().forEach(file -> addOwn(file, own));
      }
    }
  }

  /** What is shown of a file's text may be read by more than may read what a link leads to. */
  private void addOwn(Path file, Enclosure own) {
    if (own.holds(file)) {
      files.add(file);
    } else {
      unreadable.add(fault(file, "is a link that leads out of " + own.directory()));
    }
  }

  private static boolean isCheckout(Path path) {
    return Files.isDirectory(path.resolve("detections"));
  }

  /** The content that was asked for, else the one that the files lie in, else the built-in one. */
  private ContentPack content(SearchFiles searches) {
    Set<Path> folders = new LinkedHashSet<>(options.content().contentDirectories());
    folders.addAll(checkouts);
    if (folders.isEmpty()) {
      files.stream().map(LintReading::enclosing).forEach(each -> addIfThere(each, folders));
    }
    ContentPack content =
        folders.isEmpty() ? ContentPack.builtIn() : ContentReader.read(List.copyOf(folders));
    return ContentReader.withDetections(content, searches.detectionFiles());
  }

  private static void addIfThere(@Nullable Path folder, Set<Path> folders) {
    if (folder != null) {
      folders.add(folder);
    }
  }

  /** The checkout that a file lies in, null for none. */
  static @Nullable Path enclosing(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !(isCheckout(folder) && Files.isDirectory(folder.resolve("macros")))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Detections, baselines and macros of checkouts, and detections that were named as files. */
  private List<LintTarget> ofContent(ContentPack content, List<Path> named) {
    Set<String> names = new LinkedHashSet<>();
    named.forEach(file -> names.add(file.toString()));
    List<LintTarget> targets = new ArrayList<>();
    Stream.concat(content.detections().stream(), content.baselines().stream())
        .map(each -> DetectionTarget.of(each, content))
        .filter(target -> names.contains(target.file()) || isInCheckout(target.file()))
        .forEach(targets::add);
    for (MacroDefinition macro : content.macros()) {
      if (isInCheckout(macro.definition().locate(0).file())) {
        targets.add(new MacroTarget(macro));
      }
    }
    addProblems(content, names);
    return targets;
  }

  private boolean isInCheckout(String file) {
    return checkouts.stream().anyMatch(checkout -> Path.of(file).startsWith(checkout));
  }

  private void addProblems(ContentPack content, Set<String> names) {
    Map<String, List<Diagnostic>> problems = new LinkedHashMap<>();
    content.problems().stream()
        .distinct()
        .filter(each -> names.contains(each.location().file()) || isIn(each, checkouts))
        .forEach(
            each ->
                problems
                    .computeIfAbsent(each.location().file(), file -> new ArrayList<>())
                    .add(each));
    problems.forEach((file, found) -> unreadable.add(LintResult.unreadable(file, found)));
  }

  private static boolean isIn(Diagnostic problem, Set<Path> folders) {
    return folders.stream().anyMatch(Path.of(problem.location().file())::startsWith);
  }

  static LintResult fault(Path file, String message) {
    SourceSpan place = new SourceSpan(SplSources.of(file.toString(), ""), 0, 0);
    return LintResult.unreadable(file.toString(), List.of(Diagnostic.error(place, message)));
  }
}
