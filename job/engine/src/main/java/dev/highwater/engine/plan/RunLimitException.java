package dev.highwater.engine.plan;

/** A run holds more than it may (S-1142); its message says what and how much. */
public final class RunLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunLimitException(String message) {
    super(message);
  }
}
