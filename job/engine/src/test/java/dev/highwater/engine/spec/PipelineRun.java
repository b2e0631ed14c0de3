package dev.highwater.engine.spec;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Runs stages over rows, one run of a search at a time that never changes. */
final class PipelineRun {

  /** A run at 2026-03-01T12:00:00Z over the hour before it. */
  static final RunContext AT_NOON =
      new RunContext(1772366400_000L, 1772362800_000L, 1772366400_000L, ZoneId.of("UTC"));

  private PipelineRun() {}

  static List<Row> of(List<Stage> stages, List<Row> input, RunContext run) {
    List<Row> output = new ArrayList<>();
    RowSink sink = output::add;
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i) instanceof SourceStage source) {
        source.generate(sink, run);
        return output;
      }
      sink = open(stages.get(i), sink, run);
    }
    for (Row row : input) {
      sink.accept(row.copy());
    }
    sink.finish();
    return output;
  }

  /** The rows of a case are the events of a search that reads events. */
  private static RowSink open(Stage stage, RowSink downstream, RunContext run) {
    return stage instanceof ScanStage scan
        ? new Events(scan, downstream, run)
        : stage.open(downstream, run);
  }

  private record Events(ScanStage scan, RowSink downstream, RunContext run) implements RowSink {

    @Override
    public void accept(Row row) {
      if (scan.filter().beforeRun().matches(row) && isInside(row)) {
        downstream.accept(row);
      }
    }

    private boolean isInside(Row row) {
      TimeBounds bounds = scan.scan().bounds();
      FieldValue time = row.get("_time");
      long millis = time == null ? 0 : (long) (time.number() * 1000);
      return (bounds.earliest().isEmpty() || millis >= millis(bounds.earliest()))
          && (bounds.latest().isEmpty() || millis < millis(bounds.latest()));
    }

    private long millis(String text) {
      return RelativeTime.parse(text).apply(run.nowMillis(), run.zone());
    }

    @Override
    public void finish() {
      downstream.finish();
    }
  }
}
