package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RowSink;
import java.util.function.Predicate;

/** The running part of commands that look at one row at a time. */
final class EachRow implements RowSink {

  private final RowSink downstream;
  private final Predicate<Row> change;

  /**
   * @param change changes the row in place; false drops it
   */
  EachRow(RowSink downstream, Predicate<Row> change) {
    this.downstream = downstream;
    this.change = change;
  }

  @Override
  public void accept(Row row) {
    if (change.test(row)) {
      downstream.accept(row);
    }
  }

  @Override
  public void finish() {
    downstream.finish();
  }
}
