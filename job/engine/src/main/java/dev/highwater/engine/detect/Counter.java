package dev.highwater.engine.detect;

/** What is counted; of the whole input, or of one detection. */
public enum Counter {
  /** Records read. */
  READ,
  /** Records without a time, and what else cannot be searched. */
  UNPARSABLE,
  /** Records that no run of any detection of their source searches. */
  OUTSIDE,
  /** Least event time, epoch milliseconds. */
  FIRST_TIME,
  /** Greatest event time, epoch milliseconds. */
  LAST_TIME,
  /** Matches of fields and of expressions over events that were given up (S-929). */
  GIVEN_UP,
  /** The most slices of groups that were kept for runs at a time, subtasks added up. */
  STORED_SLICES,
  /** About how many bytes these took. */
  STORED_BYTES,
  /** The slices that are kept for runs now, subtasks added up. */
  SLICES_NOW,
  /** About how many bytes these take. */
  BYTES_NOW,
  /** Of a detection: records of the sources that its data model reads. */
  SEEN,
  /** Of a detection: records that entered its data model. */
  ENTERED,
  /** Of a detection: records that its head let pass. */
  MATCHED,
  /** Of a detection: (record, run) pairs where the record came after the run. */
  LATE,
  /** Records that no run searches, as their time is too far ahead (S-1402). */
  FUTURE,
  /** Of a detection: about how many nanoseconds its heads have taken; never stored. */
  HEAD_NANOS,
  /** Of a detection: how many nanoseconds its runs have taken; never stored. */
  RUN_NANOS,
  /** Of a detection: result rows. */
  ROWS,
  /** Of a detection: findings that others held back. */
  SUPPRESSED,
  /** Of a detection: findings that were given, each revision. */
  FINDINGS,
  /** Of a detection: revisions of findings after late events. */
  AMENDED,
  /** Of a detection: risk events. */
  RISK_EVENTS,
  /** Of a detection: notables. */
  NOTABLES,
  /** Of a detection: runs that failed, for one partition each. */
  FAILED,
  /** Events that could not be looked at: of the input by anybody, or by one detection. */
  EVENT_FAULTS,
  /** Of a detection: how often it was put in quarantine, each subtask for itself. */
  QUARANTINED,
  /** Of a detection: what its runs said about limits. */
  NOTED;

  long merge(long left, long right) {
    return switch (this) {
      case FIRST_TIME -> Math.min(left, right);
      case LAST_TIME -> Math.max(left, right);
      default -> left + right;
    };
  }
}
