package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.List;

/** A stage that needs all rows before it can give the first. */
interface WholeResultStage extends Stage {

  /** The rows that the stage makes of all rows, both in order; it may change the given ones. */
  List<Row> result(List<Row> rows, RunContext run);

  @Override
  default CommandType type() {
    return CommandType.DATASET_PROCESSING;
  }

  @Override
  default RowSink open(RowSink downstream, RunContext run) {
    return new RowSink() {
      private final HeldRows rows = new HeldRows(run);

      @Override
      public void accept(Row row) {
        rows.add(row);
      }

      @Override
      public void finish() {
        result(rows.rows(), run).forEach(downstream::accept);
        rows.letGo();
        downstream.finish();
      }
    };
  }
}
