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
  GITHUB,

  /** Rows as objects of JSON, one a line. */
  NDJSON,

  /** Rows as CSV: a header with all fields, several values of a field on lines of their own. */
  CSV,

  /** Rows as a table for people. */
  TABLE;

  /** Whether only {@code lint} and {@code validate} print it. */
  public boolean isForFaults() {
    return this == SARIF || this == GITHUB;
  }

  /** Whether only {@code search} prints it. */
  public boolean isForRows() {
    return this == NDJSON || this == CSV || this == TABLE;
  }
}
