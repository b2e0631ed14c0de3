package dev.highwater.app.search;

import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocRun;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RunLimitException;
import dev.highwater.engine.run.RunLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run of a search in this thread came to.
 *
 * @param failure why there are no rows; null when it did not fail
 */
record LocalRun(AdHocRun.Result result, @Nullable String failure) {

  /** Runs a search that is not refused. */
  static LocalRun of(Prepared search, List<Row> rows, RunLimits limits) {
    try {
      return new LocalRun(AdHocRun.of(search, rows, limits), null);
    } catch (RuntimeException e) {
      // As where a job runs searches: one that fails does not stop the others.
      String reason =
          e instanceof RunLimitException ? String.valueOf(e.getMessage()) : e.toString();
      return new LocalRun(new AdHocRun.Result(List.of(), List.of()), reason);
    }
  }
}
