package dev.highwater.app.options;

/** How a command prints its results. */
public enum OutputFormat {
  /** Tables and sentences for people. */
  TEXT,

  /** JSON on standard output and nothing else there: an object a line, for each result. */
  JSON
}
