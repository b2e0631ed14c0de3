package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RowSink;

/** The running part of commands that let rows pass and add others behind them. */
record BeforeEnd(RowSink downstream, Runnable addition) implements RowSink {

  @Override
  public void accept(Row row) {
    downstream.accept(row);
  }

  @Override
  public void finish() {
    addition.run();
    downstream.finish();
  }
}
