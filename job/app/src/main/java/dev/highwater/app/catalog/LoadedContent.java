package dev.highwater.app.catalog;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.SearchOverrides;
import dev.highwater.engine.plan.PlaceDatabase;
import java.util.Collection;
import java.util.List;
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

  /** Whether a local file, else the content itself, has a detection run (S-671, S-1407). */
  boolean isEnabled(Detection detection) {
    return EnabledContent.isEnabled(detection, overrides);
  }

  /** The same content with other detections of it; none of them counts as named. */
  LoadedContent selecting(Collection<Detection> detections) {
    return new LoadedContent(pack, List.copyOf(detections), places, false, overrides);
  }
}
