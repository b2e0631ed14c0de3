package dev.highwater.engine.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of content that was offered to a running job.
 *
 * @param status whether it runs
 * @param from where it came from
 * @param revision its id; empty when nothing of it can run
 * @param number of the change by which the content that runs came, 0 for what the job began with
 * @param effectiveMillis new texts do runs that search nothing before it
 * @param added ids of detections that are new
 * @param changed ids of those that have another text
 * @param removed ids of those that are gone
 * @param kept ids of those that go on as they were, since their new text is refused
 * @param problems all that is wrong with it, each with its place
 */
public record ContentReport(
    Status status,
    String from,
    String revision,
    int number,
    long effectiveMillis,
    List<String> added,
    List<String> changed,
    List<String> removed,
    List<String> kept,
    List<String> problems) {

  /** What became of it. */
  public enum Status {
    /** It runs from now on. */
    TAKEN,
    /** It runs already. */
    RUNNING,
    /** Nothing of it runs. */
    REFUSED
  }

  public ContentReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
    problems = List.copyOf(problems);
  }

  /** Of content of which nothing is taken up. */
  public static ContentReport refused(
      String from, String revision, int number, List<String> reasons, List<String> problems) {
    List<String> all = new ArrayList<>(reasons);
    all.addAll(problems);
    return of(Status.REFUSED, from, revision, number, all);
  }

  /** Of content that runs already, with what is wrong with it. */
  public static ContentReport running(
      String from, String revision, int number, List<String> problems) {
    return of(Status.RUNNING, from, revision, number, problems);
  }

  private static ContentReport of(
      Status status, String from, String revision, int number, List<String> problems) {
    List<String> none = List.of();
    return new ContentReport(
        status, from, revision, number, Long.MIN_VALUE, none, none, none, none, problems);
  }
}
