package dev.highwater.engine.plan;

import dev.highwater.engine.event.Row;

/** Takes rows one after the other. A row that was given away belongs to its taker. */
public interface RowSink {

  void accept(Row row);

  /** There are no more rows. Called once. */
  default void finish() {}
}
