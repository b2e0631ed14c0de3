package dev.highwater.app.catalog;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.SearchOverrides;
import dev.highwater.engine.plan.PlaceDatabase;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Content, and the detections of it that a command is about.
 *
 * @param selected in the order in which they were named, each once; all in the order of the content
 *     when none was named
 * @param places null for none
 * @param overrides what a local file says of schedules
 * @param isNamed whether they were named, so that a refused one is a failure
 */
public record LoadedContent(
    ContentPack pack,
    List<Detection> selected,
    @Nullable PlaceDatabase places,
    boolean isNamed,
    SearchOverrides overrides) {
  public LoadedContent {
    selected = List.copyOf(selected);
  }

  /**
   * Those of the detections that pass; none of them counts as named.
   *
   * @param test is told whether a local file enables the detection
   */
  public LoadedContent only(Predicate<Boolean> test) {
    List<Detection> passed =
        selected.stream()
            .filter(each -> test.test(Boolean.TRUE.equals(overrides.isEnabled(each))))
            .toList();
    return new LoadedContent(pack, passed, places, false, overrides);
  }
}
