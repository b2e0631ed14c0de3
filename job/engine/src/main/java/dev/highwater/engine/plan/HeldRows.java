package dev.highwater.engine.plan;

import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows that a step keeps until it has all of them. They count against what the run may hold
 * (S-1142) until they are let go.
 */
public final class HeldRows implements Iterable<Row> {

  private final RunContext run;
  private final List<Row> rows = new ArrayList<>();
  private long bytes;

  public HeldRows(RunContext run) {
    this.run = run;
  }

  /**
   * Keeps a row.
   *
   * @throws RunLimitException when the run holds too much
   */
  public void add(Row row) {
    long size = row.estimatedBytes();
    run.resources().hold(1, size);
    bytes += size;
    rows.add(row);
  }

  /** The rows in the order in which they came; a list that may be sorted. */
  public List<Row> rows() {
    return rows;
  }

  @Override
  public Iterator<Row> iterator() {
    return rows.iterator();
  }

  /** They have gone on: they count no longer. */
  public void letGo() {
    run.resources().hold(-rows.size(), -bytes);
    bytes = 0;
    rows.clear();
  }
}
