package dev.highwater.engine.verify;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of a schedule that found something or missed something.
 *
 * @param scheduledMillis its scheduled time
 * @param rows that it found
 * @param late events that it would have searched and that came too late for it
 */
public record TestedRun(long scheduledMillis, List<Row> rows, long late) {

  public TestedRun {
    rows = List.copyOf(rows);
  }

  /** In the order of their times. */
  static List<TestedRun> of(List<Finding> findings, Map<Long, Long> late) {
    TreeMap<Long, List<Row>> rows = new TreeMap<>();
    late.keySet().forEach(scheduled -> rows.put(scheduled, new ArrayList<>()));
    for (Finding finding : findings) {
      rows.computeIfAbsent(finding.window().scheduledMillis(), time -> new ArrayList<>())
          .add(finding.row());
    }
    List<TestedRun> runs = new ArrayList<>();
    rows.forEach(
        (scheduled, found) ->
            runs.add(new TestedRun(scheduled, found, late.getOrDefault(scheduled, 0L))));
    return runs;
  }
}
