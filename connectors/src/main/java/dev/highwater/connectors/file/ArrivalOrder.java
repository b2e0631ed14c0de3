package dev.highwater.connectors.file;

import dev.highwater.engine.event.RawEvent;
import java.io.Serializable;
import java.util.function.ToLongFunction;

/** When records came, of files that are read side by side. */
@FunctionalInterface
public interface ArrivalOrder extends Serializable {

  /**
   * Begins a file. What it gives is asked for each of the file's records in their order, and never
   * gives less than before; the unit is its own.
   */
  ToLongFunction<RawEvent> begin();
}
