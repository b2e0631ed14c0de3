package dev.highwater.app.catalog;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.plan.PlaceDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content, and the detections of it that a command is about.
 *
 * @param selected in the order in which they were named, each once; all in the order of the content
 *     when none was named
 * @param places null for none
 * @param isNamed whether they were named, so that a refused one is a failure
 */
public record LoadedContent(
    ContentPack pack, List<Detection> selected, @Nullable PlaceDatabase places, boolean isNamed) {
  public LoadedContent {
    selected = List.copyOf(selected);
  }
}
