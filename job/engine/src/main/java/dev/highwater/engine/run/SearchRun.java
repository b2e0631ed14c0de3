package dev.highwater.engine.run;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.HeldRows;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunResources;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One run of a search, subsearches and lookups included. Not safe for use by several threads. */
public final class SearchRun implements RunResources {

  private final ScanRows scans;
  private final LookupTables tables;
  private final RunContext context;
  private final Map<String, LookupTable> written = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> tallies = new LinkedHashMap<>();
  private final RunLimits limits;
  private long heldRows;
  private long heldBytes;
  private boolean isTimeAsked;

  /** Where the events of scans come from. */
  @FunctionalInterface
  public interface ScanRows {

    /** What is kept of a scan for this run; each call gives rows of its own. */
    Stored of(ScanStage scan, RunContext run);
  }

  /**
   * The rows of a scan.
   *
   * @param rows newest first where they are events; gone through once, so that they may be made on
   *     the way
   * @param stagesDone how many of the first steps of the search are done with them; the scan is the
   *     first
   */
  public record Stored(Iterable<Row> rows, int stagesDone) {}

  /** Where the contents of lookups come from. */
  @FunctionalInterface
  public interface LookupTables {

    /** The contents before the run, {@code null} when there is no lookup of that name. */
    @Nullable LookupTable of(String name);
  }

  /** A run to be done, with the limits that are usual. */
  public SearchRun(
      long scheduledMillis,
      long earliestMillis,
      long latestMillis,
      ZoneId zone,
      ScanRows scans,
      LookupTables tables) {
    this(scheduledMillis, earliestMillis, latestMillis, zone, scans, tables, RunLimits.DEFAULT);
  }

  /**
   * A run to be done.
   *
   * @param scheduledMillis its {@code now()}
   * @param latestMillis {@code Long.MAX_VALUE} where the range has no end
   * @param limits what it may hold
   */
  public SearchRun(
      long scheduledMillis,
      long earliestMillis,
      long latestMillis,
      ZoneId zone,
      ScanRows scans,
      LookupTables tables,
      RunLimits limits) {
    this.limits = limits;
    this.scans = scans;
    this.tables = tables;
    this.context = new RunContext(scheduledMillis, earliestMillis, latestMillis, zone, this);
  }

  public RunContext context() {
    return context;
  }

  @Override
  public List<Row> rowsOf(LogicalPlan plan) {
    HeldRows rows = new HeldRows(context);
    Stage first = plan.stages().get(0);
    if (first instanceof SourceStage source) {
      source.generate(plan.open(rows::add, context), context);
    } else if (first instanceof ScanStage scan) {
      Stored stored = scans.of(scan.origin() == null ? scan : scan.origin(), context);
      pass(stored.rows(), remainder(scan), plan.openFrom(stored.stagesDone(), rows::add, context));
    } else {
      throw new IllegalArgumentException("Invalid plan: '" + first.describe() + "' makes no rows");
    }
    return rows.rows();
  }

  /** What is stored counts as held until all of it has been through. */
  private void pass(Iterable<Row> stored, Predicate<Row> remainder, RowSink sink) {
    long count = 0;
    long bytes = 0;
    for (Row row : stored) {
      long size = row.estimatedBytes();
      hold(1, size);
      count++;
      bytes += size;
      if (remainder.test(row)) {
        sink.accept(row);
      }
    }
    sink.finish();
    hold(-count, -bytes);
  }

  /** What is left to be tested of the rows that are kept for the scan. */
  private Predicate<Row> remainder(ScanStage scan) {
    if (scan.origin() == null) {
      return scan.filter().remainderAt(context)::matches;
    }
    RowPredicate filter = scan.filter().at(context);
    TimeBounds bounds = scan.scan().bounds();
    long from = millis(bounds.earliest(), Long.MIN_VALUE);
    long to = millis(bounds.latest(), Long.MAX_VALUE);
    return row -> {
      FieldValue time = row.get("_time");
      double millis = time == null ? Double.NaN : time.number() * 1000;
      return filter.matches(row) && (bounds.isOfTheRun() || (millis >= from && millis < to));
    };
  }

  private long millis(String time, long none) {
    return time.isEmpty()
        ? none
        : RelativeTime.parse(time).apply(context.nowMillis(), context.zone());
  }

  /** The rows that a part of a search makes of the given ones. */
  public List<Row> rowsOf(LogicalPlan continuation, List<Row> input) {
    HeldRows rows = new HeldRows(context);
    RowSink sink = continuation.open(rows::add, context);
    input.forEach(sink::accept);
    sink.finish();
    return rows.rows();
  }

  @Override
  public @Nullable LookupTable table(String name) {
    LookupTable own = written.get(name);
    return own != null ? own : tables.of(name);
  }

  @Override
  public void write(String name, LookupTable contents) {
    written.put(name, contents);
  }

  @Override
  public void hold(long rows, long bytes) {
    heldRows += rows;
    heldBytes += bytes;
    limits.check(heldRows, heldBytes);
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }

  @Override
  public void timeAsked() {
    isTimeAsked = true;
  }

  /** Whether the search has asked for the run's time or for the range that it searches. */
  public boolean isTimeAsked() {
    return isTimeAsked;
  }

  /** What the run has written into lookups, by name. */
  public Map<String, LookupTable> written() {
    return written;
  }

  @Override
  public void tally(String message) {
    tallies.merge(message, 1, Integer::sum);
  }

  /** What was said about limits, in order; then what was counted, each with its number. */
  public List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    tallies.forEach(
        (message, times) -> all.add(times == 1 ? message : message + ", " + times + " times"));
    return all;
  }
}
