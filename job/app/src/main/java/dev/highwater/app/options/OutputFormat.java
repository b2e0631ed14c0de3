package dev.highwater.app.options;

/** How a command prints its results. */
public enum OutputFormat {
  /** Tables and sentences for people. */
  TEXT,

  /** JSON on standard output and nothing else there: an object a line, for each result. */
  JSON,

  /** One SARIF 2.1.0 log: findings about code, for tools that show them. */
  SARIF,

  /** Workflow commands of GitHub Actions, which show findings beside the code. */
  GITHUB;

  /** Whether only {@code lint} prints it. */
  public boolean isForFaults() {
    return this == SARIF || this == GITHUB;
  }
}
