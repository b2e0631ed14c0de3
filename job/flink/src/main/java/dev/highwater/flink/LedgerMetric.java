package dev.highwater.flink;

import dev.highwater.engine.detect.Counter;

/** A number of the ledger that is shown as a metric, with the metric's name. */
enum LedgerMetric {
  READ(Counter.READ, "eventsRead"),
  UNPARSABLE(Counter.UNPARSABLE, "eventsUnparsable"),
  OUTSIDE(Counter.OUTSIDE, "eventsOutside"),
  FUTURE(Counter.FUTURE, "eventsFuture"),
  LAST_TIME(Counter.LAST_TIME, "lastEventTime"),
  GIVEN_UP(Counter.GIVEN_UP, "matchesGivenUp"),
  STORED_SLICES(Counter.STORED_SLICES, "mostStoredSlices"),
  STORED_BYTES(Counter.STORED_BYTES, "mostStoredBytes"),
  SLICES_NOW(Counter.SLICES_NOW, "storedSlices"),
  BYTES_NOW(Counter.BYTES_NOW, "storedBytes"),
  ENTERED(Counter.ENTERED, "eventsEntered"),
  MATCHED(Counter.MATCHED, "eventsMatched"),
  LATE(Counter.LATE, "eventsLate"),
  HEAD_NANOS(Counter.HEAD_NANOS, "headNanos"),
  RUN_NANOS(Counter.RUN_NANOS, "runNanos"),
  ROWS(Counter.ROWS, "rows"),
  SUPPRESSED(Counter.SUPPRESSED, "findingsSuppressed"),
  FINDINGS(Counter.FINDINGS, "findings"),
  AMENDED(Counter.AMENDED, "findingsAmended"),
  RISK_EVENTS(Counter.RISK_EVENTS, "riskEvents"),
  NOTABLES(Counter.NOTABLES, "notables"),
  FAILED(Counter.FAILED, "runsFailed"),
  EVENT_FAULTS(Counter.EVENT_FAULTS, "eventFaults"),
  QUARANTINED(Counter.QUARANTINED, "quarantined"),
  NOTED(Counter.NOTED, "notes");

  private final Counter counter;
  private final String shownAs;

  LedgerMetric(Counter counter, String shownAs) {
    this.counter = counter;
    this.shownAs = shownAs;
  }

  Counter counter() {
    return counter;
  }

  /** The metric's name, in its group. */
  String shownAs() {
    return shownAs;
  }
}
