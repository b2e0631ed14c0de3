package dev.highwater.engine.verify;

import java.util.Locale;

/** What became of a test. */
public enum TestStatus {
  /** Its rows are what they should be. */
  PASSED,
  /** It ran, and its rows are not what they should be. */
  FAILED,
  /** It could not run: its detection is refused, a log cannot be read. */
  ERROR,
  /** Its logs are not at hand. */
  NO_DATA,
  /** It is none that runs by itself (S-1800). */
  SKIPPED;

  /** In words of lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether a run of tests with it has to end with a failure. */
  public boolean isFailure() {
    return this == FAILED || this == ERROR;
  }
}
