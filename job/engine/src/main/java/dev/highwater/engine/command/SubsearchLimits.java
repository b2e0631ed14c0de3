package dev.highwater.engine.command;

import dev.highwater.engine.plan.RunContext;

/** Splunk cuts subsearches off; here they are whole, and the run says so (S-052, T-09). */
final class SubsearchLimits {

  /** Of {@code join} and {@code append}. */
  private static final int ROWS = 50_000;

  private SubsearchLimits() {}

  /** Notes it when Splunk would have taken fewer rows. */
  static void noteRows(String command, int rows, RunContext run) {
    if (rows > ROWS) {
      run.resources()
          .note(
              command
                  + ": the subsearch gave "
                  + rows
                  + " rows, of which Splunk takes "
                  + ROWS
                  + " by default");
    }
  }
}
