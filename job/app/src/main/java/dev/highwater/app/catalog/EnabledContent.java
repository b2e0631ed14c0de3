package dev.highwater.app.catalog;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.SearchOverrides;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Content of which only what is enabled runs, as it would on a schedule (S-1961). */
public final class EnabledContent {
  private EnabledContent() {}

  /**
   * Reads the content, and says how many of its detections run.
   *
   * @param detections names, ids, files or globs of the only ones to run, enabled or not
   * @param enabled what the command line enables beside what the content does
   * @return empty when the command cannot go on or nothing is enabled, which has been reported
   */
  public static Optional<LoadedContent> load(
      ContentOptions options, List<String> detections, EnabledDetections enabled, PrintWriter err) {
    if (!detections.isEmpty()) {
      return ContentLoading.load(options, detections, err);
    }
    List<String> names = enabled.all() ? List.of() : enabled.names();
    return ContentLoading.load(options, names, err)
        .flatMap(content -> enabled(content, options, enabled, err));
  }

  private static List<Detection> running(
      ContentPack pack, SearchOverrides overrides, List<Detection> chosen) {
    Set<Detection> all = new HashSet<>(chosen);
    return pack.detections().stream()
        .filter(each -> all.contains(each) || isEnabled(each, overrides))
        .toList();
  }

  /** Whether a local file, else the content itself, has a detection run (S-671, S-1407). */
  static boolean isEnabled(Detection detection, SearchOverrides overrides) {
    Boolean said = overrides.isEnabled(detection);
    return said == null ? detection.isEnabled() : said;
  }

  /**
   * What runs of content that comes while a job runs; names that it does not have name nothing.
   *
   * @param detections names, ids or globs of the only ones to run, enabled or not
   * @param enabled what the command line enables beside what the content does
   */
  public static List<Detection> running(
      ContentPack pack,
      SearchOverrides overrides,
      List<String> detections,
      EnabledDetections enabled) {
    if (!detections.isEmpty()) {
      return found(pack, detections);
    }
    List<Detection> chosen =
        enabled.all()
            ? LocalSearches.notDisabled(overrides, pack.detections())
            : found(pack, enabled.names());
    return running(pack, overrides, chosen);
  }

  private static List<Detection> found(ContentPack pack, List<String> names) {
    return names.stream().flatMap(name -> pack.find(name).stream()).distinct().toList();
  }

  private static Optional<LoadedContent> enabled(
      LoadedContent content, ContentOptions options, EnabledDetections enabled, PrintWriter err) {
    boolean areChosen = enabled.all() || content.isNamed();
    List<Detection> running =
        running(content.pack(), content.overrides(), areChosen ? content.selected() : List.of());
    if (running.isEmpty()) {
      err.println(
          "No detection is enabled: name some with --detection or --enable, or --enable-all");
      return Optional.empty();
    }
    if (!options.quiet()) {
      long own = running.stream().filter(content::isEnabled).count();
      err.printf(
          Locale.ROOT,
          "%,d of %,d detections are enabled: %,d by the content, %,d by the command line%n",
          running.size(),
          content.pack().detections().size(),
          own,
          running.size() - own);
    }
    return Optional.of(content.selecting(running));
  }
}
