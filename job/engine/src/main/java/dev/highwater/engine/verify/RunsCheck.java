package dev.highwater.engine.verify;

import dev.highwater.engine.content.ExpectedRows;
import dev.highwater.engine.content.ScheduleCase;
import dev.highwater.engine.content.ScheduleCase.ExpectedRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether runs are those that a test of a schedule expects (S-1981). */
final class RunsCheck {

  private RunsCheck() {}

  /** By the first run in time that is unlike. */
  static Verdict of(List<TestedRun> runs, ScheduleCase expected) {
    Map<Long, TestedRun> done = new TreeMap<>();
    runs.forEach(run -> done.put(run.scheduledMillis(), run));
    Map<Long, ExpectedRun> all = new TreeMap<>();
    runs.forEach(run -> all.put(run.scheduledMillis(), nothing(run.scheduledMillis())));
    expected.runs().forEach(run -> all.put(run.scheduledMillis(), run));
    for (ExpectedRun run : all.values()) {
      TestedRun own =
          done.getOrDefault(
              run.scheduledMillis(), new TestedRun(run.scheduledMillis(), List.of(), 0));
      String difference = difference(own, run);
      if (!difference.isEmpty()) {
        Instant time = Instant.ofEpochMilli(run.scheduledMillis());
        return Verdict.failed("run " + time + ": " + difference);
      }
    }
    return Verdict.PASSED;
  }

  private static ExpectedRun nothing(long scheduledMillis) {
    return new ExpectedRun(scheduledMillis, 0, null, 0);
  }

  private static String difference(TestedRun run, ExpectedRun expected) {
    if (run.rows().size() != expected.rows()) {
      return "rows are " + run.rows().size() + ", not " + expected.rows();
    }
    if (run.late() != expected.late()) {
      return "late events are " + run.late() + ", not " + expected.late();
    }
    ExpectedRows rows = expected.expected();
    return rows == null ? "" : ExpectedRowsCheck.differenceInAnyOrder(run.rows(), rows);
  }
}
