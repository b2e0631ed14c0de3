package dev.highwater.engine.finding;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.schedule.SearchWindow;
import org.jspecify.annotations.Nullable;

/**
 * One row of one run of a detection.
 *
 * @param findingId see {@link FindingId}; the same whenever the run is repeated
 * @param revision from 0; higher where a run came out again with other rows. Consumers key on
 *     (findingId, revision)
 * @param detection name of the detection
 * @param type type of the detection, such as {@code TTP}
 * @param row not to be written once it is here
 * @param replaced the row of the revision whose place it takes; {@code null} where there is none
 *     that still held. It is no part of what the finding says
 */
public record Finding(
    String findingId,
    Status status,
    int revision,
    String detection,
    String detectionId,
    int detectionVersion,
    String type,
    SearchWindow window,
    Row row,
    Provenance provenance,
    @Nullable Row replaced) {

  /** How definite a finding is. */
  public enum Status {
    /** The run is complete. */
    FINAL,
    /** Found before the run was due; more events may change it. */
    EARLY,
    /** Takes the place of an earlier revision, after late events. */
    AMENDED,
    /** Said before, and no longer so. */
    WITHDRAWN
  }

  public Finding {
    if (revision < 0) {
      throw new IllegalArgumentException("Invalid revision: " + revision + " (must be 0 or more)");
    }
  }

  /** A finding that takes the place of none. */
  public Finding(
      String findingId,
      Status status,
      int revision,
      String detection,
      String detectionId,
      int detectionVersion,
      String type,
      SearchWindow window,
      Row row,
      Provenance provenance) {
    this(
        findingId,
        status,
        revision,
        detection,
        detectionId,
        detectionVersion,
        type,
        window,
        row,
        provenance,
        null);
  }

  /** One of which it is not known what it was made of. */
  public Finding(
      String findingId,
      Status status,
      int revision,
      String detection,
      String detectionId,
      int detectionVersion,
      String type,
      SearchWindow window,
      Row row) {
    this(
        findingId,
        status,
        revision,
        detection,
        detectionId,
        detectionVersion,
        type,
        window,
        row,
        Provenance.NONE);
  }

  /** The same finding of the same run, said anew. */
  public Finding revised(Status newStatus, int newRevision) {
    return with(newStatus, newRevision, row, null);
  }

  /** The same, in the place of a revision with that row. */
  public Finding replacing(Row before) {
    return with(status, revision, row, before);
  }

  /** What no longer holds with this revision; {@code null} for nothing. */
  public @Nullable Finding withdrawn() {
    Row before = status == Status.WITHDRAWN ? row : replaced;
    return before == null ? null : with(Status.WITHDRAWN, revision, before, null);
  }

  private Finding with(Status newStatus, int newRevision, Row newRow, @Nullable Row before) {
    return new Finding(
        findingId,
        newStatus,
        newRevision,
        detection,
        detectionId,
        detectionVersion,
        type,
        window,
        newRow,
        provenance,
        before);
  }
}
