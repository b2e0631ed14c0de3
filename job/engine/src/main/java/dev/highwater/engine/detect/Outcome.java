package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RunLimitException;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.schedule.SearchWindow;

/** Something that a job gives to the world. */
public sealed interface Outcome {

  /** A result row of a run. */
  record Found(Finding finding) implements Outcome {}

  /** Risk that a finding raised. */
  record Raised(RiskEvent event) implements Outcome {}

  /** What a finding has to say to an analyst. */
  record Notified(Notable notable) implements Outcome {}

  /** A record that no search can see. */
  record Unparsable(UnparsableEvent event) implements Outcome {}

  /** A finding that is sure to come, as soon as it is sure, before its run (S-1409). */
  record Early(Finding finding) implements Outcome {}

  /**
   * An event that a run missed, as it had fired (S-1401).
   *
   * @param detection the detection's id
   * @param timeMillis the event's {@code _time}
   * @param byMillis how far the stream had come past the run
   * @param isAmended whether the run is done again with it
   */
  record Late(
      EventPosition position,
      long timeMillis,
      String detection,
      SearchWindow window,
      long byMillis,
      boolean isAmended)
      implements Outcome {}

  /**
   * An event that no run searches, as its time is too far ahead (S-1402).
   *
   * @param timeMillis the event's {@code _time}
   * @param byMillis how far it was ahead
   */
  record Future(EventPosition position, long timeMillis, long byMillis) implements Outcome {}

  /** A finding that does not count, and what holds it back (S-432). */
  record Suppressed(Finding finding, Suppressor by) implements Outcome {}

  /**
   * A run that failed for one partition of one detection.
   *
   * @param reason what was thrown
   */
  record Failed(String detection, SearchWindow window, String reason) implements Outcome {

    /** The run that threw; a limit speaks for itself. */
    public static Failed of(String detection, SearchWindow window, RuntimeException thrown) {
      String reason =
          thrown instanceof RunLimitException
              ? String.valueOf(thrown.getMessage())
              : thrown.toString();
      return new Failed(detection, window, reason);
    }
  }

  /**
   * An event that could not be looked at.
   *
   * @param detection the id of the one that could not; empty when none could
   * @param reason what was thrown
   */
  record Fault(String detection, EventPosition position, String reason) implements Outcome {}

  /**
   * A detection that is not tried any more (S-2113).
   *
   * @param detection the detection's id
   * @param faults how often it has failed
   * @param reason what was thrown at last
   */
  record Quarantined(String detection, int faults, String reason) implements Outcome {}

  /**
   * What a run said about a limit: what it cut off, or kept where Splunk would have cut.
   *
   * @param detection the detection's id
   */
  record Noted(String detection, SearchWindow window, String message) implements Outcome {}

  /** What became of content that was offered while the job ran (S-2110). */
  record Revised(ContentReport report) implements Outcome {}

  /** What a lookup that searches write holds at the end of a bounded input. */
  record Kept(String lookup, LookupTable contents) implements Outcome {}

  /** What a part of the job has counted since it last said so. */
  record Counted(Ledger ledger) implements Outcome {}
}
