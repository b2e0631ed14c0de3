package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Stage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that puts events together into transactions.
 *
 * @param fields whose values the events of a transaction share; empty when all belong together
 */
record TransactionStage(List<String> fields, TransactionSettings settings) implements Stage {

  TransactionStage {
    fields = List.copyOf(fields);
  }

  @Override
  public CommandType type() {
    return CommandType.DATASET_PROCESSING;
  }

  /** The conditions may look at any field. */
  @Override
  public FieldSet reads(FieldSet wanted) {
    return settings.start() == null && settings.end() == null
        ? wanted.and(FieldSet.of(fields.toArray(new String[0]))).and(FieldSet.of("_time"))
        : FieldSet.ALL;
  }

  @Override
  public @Nullable String carries(String name) {
    return null;
  }

  @Override
  public String describe() {
    String shared = fields.isEmpty() ? "" : " " + Written.words(fields);
    return "transaction" + shared + settings.describe();
  }

  @Override
  public FieldSet fieldsAfter(FieldSet before) {
    return before.and(FieldSet.of("_time", "duration", "eventcount", "closed_txn", "_txn_orphan"));
  }

  @Override
  public RowSink open(RowSink downstream, RunContext run) {
    return new Events(this, downstream, run);
  }

  /** The last events come first, whatever order they arrive in (S-998). */
  private static final class Events implements RowSink {
    private static final Comparator<Row> NEWEST_FIRST =
        Comparator.comparingDouble(Events::time).reversed();

    private final TransactionStage stage;
    private final RowSink downstream;
    private final RunContext run;
    private final HeldRows timed;
    private final HeldRows untimed;

    Events(TransactionStage stage, RowSink downstream, RunContext run) {
      this.stage = stage;
      this.downstream = downstream;
      this.run = run;
      this.timed = new HeldRows(run);
      this.untimed = new HeldRows(run);
    }

    private static double time(Row row) {
      FieldValue time = row.get("_time");
      return time == null ? Double.NaN : time.number();
    }

    @Override
    public void accept(Row row) {
      (Double.isNaN(time(row)) ? untimed : timed).add(row);
    }

    @Override
    public void finish() {
      timed.rows().sort(NEWEST_FIRST);
      TransactionAssembly assembly = new TransactionAssembly(stage.fields(), stage.settings());
      timed.forEach(row -> assembly.add(row, time(row), run));
      untimed.forEach(assembly::addOrphan);
      List<Row> rows = assembly.finish();
      rows.sort(NEWEST_FIRST); // stable: transactions of the same time in the order of their ends
      rows.forEach(downstream::accept);
      timed.letGo();
      untimed.letGo();
      downstream.finish();
    }
  }
}
