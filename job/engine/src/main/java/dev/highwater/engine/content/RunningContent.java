package dev.highwater.engine.content;

import java.util.Collections;
import java.util.List;

/**
 * The content that a job runs: the newest revision, and of earlier ones what has still to be
 * finished (S-2110).
 *
 * @param number how often content has changed
 * @param layers the newest first
 */
public record RunningContent(int number, List<ContentLayer> layers) {

  public RunningContent {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("Invalid content: no revision (must be one or more)");
    }
  }

  /** The content that a job begins with. */
  public static RunningContent of(ContentRevision revision) {
    Intake first = Intake.first(ContentRevisionCodec.id(revision));
    return new RunningContent(
        0,
        List.of(
            new ContentLayer(revision, Collections.nCopies(revision.detections().size(), first))));
  }

  public ContentLayer newest() {
    return layers.get(0);
  }
}
