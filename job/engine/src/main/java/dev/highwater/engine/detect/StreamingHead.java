package dev.highwater.engine.detect;

import dev.highwater.engine.event.ListedFields;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps behind a scan that look at each event alone, run where the events are read. Not safe
 * for use by several threads.
 */
final class StreamingHead {

  private final FieldSet reads;
  private final RowSink sink;
  private final List<Row> rows = new ArrayList<>(1);

  StreamingHead(ScanPlan scan, RunContext beforeRun) {
    this.reads = scan.reads();
    this.sink =
        new LogicalPlan(scan.head())
            .openFrom(
                0,
                new RowSink() {
                  @Override
                  public void accept(Row row) {
                    rows.add(row);
                  }

                  @Override
                  public void finish() {}
                },
                beforeRun);
  }

  /** What the steps make of an event; valid until the next one. */
  List<Row> rowsOf(ListedFields event) {
    Row row = new Row();
    for (String name : reads.isAll() ? event.names() : reads.names()) {
      row.set(name, event.get(name));
    }
    rows.clear();
    sink.accept(row);
    return rows;
  }
}
