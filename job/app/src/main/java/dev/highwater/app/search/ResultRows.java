package dev.highwater.app.search;

import dev.highwater.engine.event.Row;
import java.io.IOException;
import java.util.function.Consumer;

/** The rows of a result, which can be gone through more than once. */
@FunctionalInterface
interface ResultRows {

  /** Gives each row, in order. */
  void forEach(Consumer<Row> rows) throws IOException;
}
