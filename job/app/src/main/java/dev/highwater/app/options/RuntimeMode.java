package dev.highwater.app.options;

/** How Flink runs a bounded replay; the findings are the same. */
public enum RuntimeMode {
  /** Stage after stage, each key's records in time order. */
  BATCH,

  /** All stages at once. */
  STREAMING
}
