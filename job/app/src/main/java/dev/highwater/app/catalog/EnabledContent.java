package dev.highwater.app.catalog;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.EnabledDetections;
import dev.highwater.engine.content.Detection;
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

  private static Optional<LoadedContent> enabled(
      LoadedContent content, ContentOptions options, EnabledDetections enabled, PrintWriter err) {
    boolean areChosen = enabled.all() || content.isNamed();
    Set<Detection> chosen = areChosen ? new HashSet<>(content.selected()) : Set.of();
    List<Detection> running =
        content.pack().detections().stream()
            .filter(each -> chosen.contains(each) || content.isEnabled(each))
            .toList();
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
