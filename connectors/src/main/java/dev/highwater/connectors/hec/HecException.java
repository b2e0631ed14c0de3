package dev.highwater.connectors.hec;

import java.io.IOException;

/** The collector did not take events. */
public final class HecException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean isFinal;

  HecException(String message, boolean isFinal) {
    super(message);
    this.isFinal = isFinal;
  }

  /** A refusal that stays one. */
  HecException(String message, IOException cause) {
    super(message, cause);
    this.isFinal = true;
  }

  /** Whether it would not help to try again. */
  boolean isFinal() {
    return isFinal;
  }
}
