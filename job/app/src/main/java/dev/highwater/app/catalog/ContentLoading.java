package dev.highwater.app.catalog;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.MacroFile;
import dev.highwater.engine.content.SearchOverrides;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads content as the options of a command ask for it. */
public final class ContentLoading {
  private ContentLoading() {}

  /**
   * Reads the content and selects detections. Files of content that cannot be read are reported and
   * left out; what was asked for by name has to be there.
   *
   * @param detections names, ids, files inside the content, files outside of it, globs; all
   *     detections when empty
   * @param err where problems go, each with its place
   * @return empty when the command cannot go on, which has been reported
   */
  public static Optional<LoadedContent> load(
      ContentOptions options, List<String> detections, PrintWriter err) {
    List<String> faults = directoryFaults("content", options.contentDirectories());
    faults.addAll(directoryFaults("apps", options.apps().directories()));
    Path lookups = options.lookupDirectory();
    if (lookups != null) {
      faults.addAll(directoryFaults("lookups", List.of(lookups)));
    }
    MacroFile macros = macros(options.macroFile(), faults);
    SearchOverrides overrides = LocalSearches.read(options.localFile(), faults);
    PlaceDatabase places = Places.open(options.placeFile(), faults);
    if (!faults.isEmpty()) {
      faults.forEach(err::println);
      return Optional.empty();
    }
    ContentPack content =
        options.contentDirectories().isEmpty()
            ? ContentPack.builtIn()
            : ContentReader.read(options.contentDirectories());
    ContentPack whole = Apps.laidOver(content, options.apps()).withMacros(macros.macros());
    DetectionSelection selection = DetectionSelection.of(withLookups(whole, lookups), detections);
    reportProblems(selection.content(), err);
    Apps.report(selection.content(), options, err);
    selection.faults().forEach(err::println);
    LocalSearches.reportUnknown(overrides, selection.content(), options, err);
    boolean isNamed = !detections.isEmpty();
    List<Detection> selected =
        isNamed ? selection.selected() : LocalSearches.notDisabled(overrides, selection.selected());
    return selection.faults().isEmpty()
        ? Optional.of(new LoadedContent(selection.content(), selected, places, isNamed, overrides))
        : Optional.empty();
  }

  private static ContentPack withLookups(ContentPack content, @Nullable Path directory) {
    try {
      return directory == null ? content : content.withLookupFiles(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory, e); // it was there a moment ago
    }
  }

  private static List<String> directoryFaults(String what, List<Path> directories) {
    List<String> faults = new ArrayList<>();
    for (Path directory : directories) {
      if (!Files.exists(directory)) {
        faults.add("Cannot read " + what + ": " + directory + " does not exist");
      } else if (!Files.isDirectory(directory)) {
        faults.add("Cannot read " + what + ": " + directory + " is not a directory");
      } else if (!Files.isReadable(directory)) {
        faults.add("Cannot read " + what + ": " + directory + " is not readable");
      }
    }
    return faults;
  }

  private static MacroFile macros(@Nullable Path file, List<String> faults) {
    if (file == null) {
      return new MacroFile(List.of(), List.of());
    }
    try {
      MacroFile macros = MacroFile.read(file.toString(), Files.readString(file));
      macros.problems().forEach(problem -> faults.add(problem.render()));
      return macros;
    } catch (CharacterCodingException fault) {
      faults.add("Cannot read macros: " + file + " is not UTF-8");
    } catch (IOException fault) {
      boolean isThere = Files.exists(file);
      faults.add("Cannot read macros: " + (isThere ? fault : file + " does not exist"));
    }
    return new MacroFile(List.of(), List.of());
  }

  private static void reportProblems(ContentPack content, PrintWriter err) {
    List<Diagnostic> problems = content.problems().stream().distinct().toList();
    problems.forEach(problem -> err.println(problem.render()));
    long files =
        problems.stream()
            .filter(problem -> !problem.isWarning())
            .map(problem -> problem.location().file())
            .distinct()
            .count();
    if (files > 0) {
      err.println(files + (files == 1 ? " file" : " files") + " of content could not be read");
    }
  }
}
