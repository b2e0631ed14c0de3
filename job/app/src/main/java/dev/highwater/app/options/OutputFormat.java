package dev.highwater.app.options;

/** How a command prints its results. */
public enum OutputFormat {
  /** Tables and sentences for people. */
  TEXT,

  /** One JSON document on standard output and nothing else there. */
  JSON
}
