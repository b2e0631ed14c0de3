package dev.highwater.app;

/** How a command ended, as the shell sees it. */
public enum ExitCode {
  /** Done; detections may have been refused, which is listed and counted. */
  DONE(0),

  /** The work failed, or a detection named on the command line was refused. */
  FAILED(1),

  /** The command line or an options file cannot be understood. */
  USAGE(2),

  /** Ended by an interrupt; what was final by then is kept. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The code for {@link System#exit}. */
  public int code() {
    return code;
  }
}
