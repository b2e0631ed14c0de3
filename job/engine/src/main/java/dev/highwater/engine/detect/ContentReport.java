package dev.highwater.engine.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of content that was offered to a running job.
 *
 * @param from where it came from
 * @param revision its id; empty when nothing of it can run
 * @param number of the change, 0 when it was refused as a whole
 * @param effectiveMillis new texts do runs that search nothing before it
 * @param added ids of detections that are new
 * @param changed ids of those that have another text
 * @param removed ids of those that are gone
 * @param kept ids of those that go on as they were, since their new text is refused
 * @param problems all that is wrong with it, each with its place
 */
public record ContentReport(
    String from,
    String revision,
    int number,
    long effectiveMillis,
    List<String> added,
    List<String> changed,
    List<String> removed,
    List<String> kept,
    List<String> problems) {

  public ContentReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
    problems = List.copyOf(problems);
  }

  /** Of content of which nothing is taken up. */
  public static ContentReport refused(
      String from, String revision, List<String> reasons, List<String> problems) {
    List<String> all = new ArrayList<>(reasons);
    all.addAll(problems);
    return new ContentReport(
        from, revision, 0, Long.MIN_VALUE, List.of(), List.of(), List.of(), List.of(), all);
  }

  /** Whether it runs. */
  public boolean isTaken() {
    return number > 0;
  }
}
