package dev.highwater.engine.command;

import dev.highwater.engine.command.Timechart.TimechartStage;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running part of {@code timechart} (S-338, S-974). */
final class TimeBuckets implements RowSink {

  /** More empty buckets than this are not made. */
  private static final int MOST_BUCKETS = 50_000;

  private static final String TIME = "_time";

  private final TimechartStage stage;
  private final RowSink downstream;
  private final RunContext run;
  private final ChartTable table;
  private final boolean hasRange;

  /** Rows that wait for a span that follows from all of them. */
  private final HeldRows waiting;

  private @Nullable TimeSpan span;
  private double first = Double.POSITIVE_INFINITY;
  private double last = Double.NEGATIVE_INFINITY;

  TimeBuckets(TimechartStage stage, RowSink downstream, RunContext run) {
    this.stage = stage;
    this.downstream = downstream;
    this.run = run;
    this.waiting = new HeldRows(run);
    this.table = new ChartTable(stage.form(), run);
    this.hasRange = run.earliestMillis() > 0 && run.latestMillis() < Long.MAX_VALUE;
    this.span = stage.span();
    if (span == null && hasRange) {
      span = dividing((run.latestMillis() - run.earliestMillis()) / 1000.0);
    }
  }

  private TimeSpan dividing(double seconds) {
    return TimeSpan.dividing(seconds, stage.bins(), stage.least());
  }

  @Override
  public void accept(Row row) {
    FieldValue time = row.get(TIME);
    double seconds = time == null ? Double.NaN : time.number();
    if (!Double.isFinite(seconds)) {
      return;
    }
    first = Math.min(first, seconds);
    last = Math.max(last, seconds);
    if (span == null) {
      waiting.add(row);
    } else {
      table.add(FieldValue.of(span.floor(seconds, run.zone())), row);
    }
  }

  @Override
  public void finish() {
    TimeSpan settled = span == null ? dividing(last - first) : span;
    span = settled;
    waiting.forEach(this::accept);
    waiting.letGo();
    table.settle();
    for (double start : starts(settled)) {
      double end = settled.next(start, run.zone());
      if (stage.hasPartial() || !isPartial(start, end)) {
        downstream.accept(table.row(FieldValue.of(start), end - start));
      }
    }
    downstream.finish();
  }

  private boolean isPartial(double start, double end) {
    return hasRange && (start * 1000 < run.earliestMillis() || end * 1000 > run.latestMillis());
  }

  private List<Double> starts(TimeSpan settled) {
    List<Double> filled = table.places().stream().map(FieldValue::number).toList();
    boolean hasNoSeries = table.isEmpty() && (stage.form().split() != null || !hasRange);
    if (!stage.isContinuous() || hasNoSeries) {
      return filled;
    }
    boolean isWhole = hasRange && stage.isFixedRange();
    double from = isWhole ? run.earliestMillis() / 1000.0 : first;
    double to = isWhole ? Math.max(last, (run.latestMillis() - 1) / 1000.0) : last;
    List<Double> starts = new ArrayList<>();
    double start = settled.floor(Math.min(from, first), run.zone());
    while (start <= to) {
      if (starts.size() == MOST_BUCKETS) {
        run.resources().note("timechart: empty buckets left out, there are over " + MOST_BUCKETS);
        return filled;
      }
      starts.add(start);
      start = settled.next(start, run.zone());
    }
    return starts;
  }
}
