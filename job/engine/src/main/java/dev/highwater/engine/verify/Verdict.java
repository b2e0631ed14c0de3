package dev.highwater.engine.verify;

/**
 * What a check says.
 *
 * @param reason why, in a sentence without a point; empty for a pass that needs no word
 */
public record Verdict(TestStatus status, String reason) {

  static final Verdict PASSED = new Verdict(TestStatus.PASSED, "");

  static Verdict failed(String reason) {
    return new Verdict(TestStatus.FAILED, reason);
  }

  static Verdict error(String reason) {
    return new Verdict(TestStatus.ERROR, reason);
  }

  boolean isPassed() {
    return status == TestStatus.PASSED;
  }
}
