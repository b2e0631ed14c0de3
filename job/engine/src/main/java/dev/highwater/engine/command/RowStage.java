package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;

/** A stage that changes or drops each row by itself, in whatever order the rows come. */
interface RowStage extends Stage {

  /** Changes the row in place; false drops it. */
  boolean change(Row row, RunContext run);

  @Override
  default CommandType type() {
    return CommandType.DISTRIBUTABLE_STREAMING;
  }

  @Override
  default RowSink open(RowSink downstream, RunContext run) {
    return new EachRow(downstream, row -> change(row, run));
  }
}
