package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.function.Predicate;

/** A stage that changes or drops each row by what it remembers of the rows before it. */
interface OrderedRowStage extends Stage {

  /** What changes the rows of one run in place, in their order; false drops a row. */
  Predicate<Row> begin(RunContext run);

  @Override
  default CommandType type() {
    return CommandType.CENTRALIZED_STREAMING;
  }

  @Override
  default RowSink open(RowSink downstream, RunContext run) {
    return new EachRow(downstream, begin(run));
  }
}
