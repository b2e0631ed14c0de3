package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The groups of one run, found by hash and sorted once at the end. */
public final class GroupTable {

  private final Grouping grouping;
  private final RunContext run;
  private final boolean isSettledByRun;
  private final Map<GroupKey, List<Accumulator>> groups = new HashMap<>();

  public GroupTable(Grouping grouping, RunContext run) {
    this.grouping = grouping;
    this.run = run;
    this.isSettledByRun = grouping.isSettledByRun();
    if (grouping.by().isEmpty()) {
      groups.put(new GroupKey(List.of()), grouping.start());
    }
  }

  /** Takes a row into its groups. */
  public void add(Row row) {
    grouping.keysOf(row, key -> grouping.add(group(key), row, run));
  }

  /** The accumulators of a group, made where there are none. */
  public List<Accumulator> group(List<FieldValue> key) {
    GroupKey settled = new GroupKey(isSettledByRun ? grouping.settled(key, run) : key);
    List<Accumulator> accumulators = groups.get(settled);
    if (accumulators == null) {
      accumulators = grouping.start();
      groups.put(settled, accumulators);
      run.resources().hold(1, bytes(settled, accumulators));
    }
    return accumulators;
  }

  private static long bytes(GroupKey key, List<Accumulator> accumulators) {
    long bytes = 96 + 64L * accumulators.size();
    for (FieldValue value : key.values()) {
      bytes += value.estimatedBytes();
    }
    return bytes;
  }

  /** The rows of all groups in their order; one without any field is left out (S-960). */
  public void forEachRow(Consumer<Row> rows) {
    forEach(
        (key, accumulators) -> {
          Row row = grouping.row(key, accumulators);
          if (!row.names().isEmpty()) {
            rows.accept(row);
          }
        });
  }

  /** All groups in their order (S-204). */
  private void forEach(BiConsumer<List<FieldValue>, List<Accumulator>> action) {
    List<Map.Entry<GroupKey, List<Accumulator>>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(Map.Entry.comparingByKey(Comparator.comparing(GroupKey::values, grouping.order())));
    sorted.forEach(entry -> action.accept(entry.getKey().values(), entry.getValue()));
  }
}
