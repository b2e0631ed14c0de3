package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells of what failed, and counts it. A detection that fails too often is in quarantine: it is not
 * tried again until it has another text, or the job begins anew (S-2113). Not safe for use by
 * several threads.
 */
public final class Faults {

  /** Takes what is told. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes an outcome.
     *
     * @param timestampMillis since when it is known; {@code Long.MIN_VALUE} for no time of its own
     */
    void give(Outcome outcome, long timestampMillis);
  }

  private final Ledger ledger;
  private final int most;
  private final Sink sink;
  private final Map<String, Integer> faults = new HashMap<>();
  private final Set<String> held = new HashSet<>();

  /**
   * @param most as many faults are one too many, {@link Integer#MAX_VALUE} for no end to them
   */
  public Faults(Ledger ledger, int most, Sink sink) {
    this.ledger = ledger;
    this.most = most;
    this.sink = sink;
  }

  /** Where nothing may fail: what does ends it all. */
  static Faults thrown(Ledger ledger) {
    return new Faults(
        ledger,
        Integer.MAX_VALUE,
        (outcome, time) -> {
          throw new IllegalStateException("Cannot go on: " + outcome);
        });
  }

  /** Whether a detection is in quarantine. */
  public boolean isHeld(RunningDetection detection) {
    return !held.isEmpty() && held.contains(detection.key());
  }

  /** Whether any detection is in quarantine. */
  boolean isAnyHeld() {
    return !held.isEmpty();
  }

  /** No detection of one dataset could look at an event. */
  void ofEvent(RawEvent raw, RuntimeException fault) {
    ledger.add(Ledger.INPUT, Counter.EVENT_FAULTS, 1);
    sink.give(new Outcome.Fault("", EventPosition.of(raw), fault.toString()), Long.MIN_VALUE);
  }

  /** A detection could not look at an event. */
  void ofEvent(RunningDetection detection, RawEvent raw, RuntimeException fault) {
    ledger.add(detection.id(), Counter.EVENT_FAULTS, 1);
    sink.give(
        new Outcome.Fault(detection.id(), EventPosition.of(raw), fault.toString()), Long.MIN_VALUE);
    count(detection, fault, Long.MIN_VALUE);
  }

  /** A run has failed. */
  public void ofRun(RunningDetection detection, SearchWindow window, RuntimeException fault) {
    ledger.add(detection.id(), Counter.FAILED, 1);
    sink.give(Outcome.Failed.of(detection.id(), window, fault), window.scheduledMillis());
    count(detection, fault, window.scheduledMillis());
  }

  private void count(RunningDetection detection, RuntimeException fault, long timestampMillis) {
    int number = faults.merge(detection.key(), 1, Integer::sum);
    if (number == most) {
      held.add(detection.key());
      ledger.add(detection.id(), Counter.QUARANTINED, 1);
      sink.give(new Outcome.Quarantined(detection.id(), number, fault.toString()), timestampMillis);
    }
  }
}
