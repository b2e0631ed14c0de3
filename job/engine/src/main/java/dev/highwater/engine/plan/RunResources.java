package dev.highwater.engine.plan;

import dev.highwater.engine.event.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run can reach beyond its own rows. */
public interface RunResources {

  /** Nothing: for expressions and pipelines that stand alone. */
  RunResources NONE =
      new RunResources() {
        @Override
        public List<Row> rowsOf(LogicalPlan subsearch) {
          throw new UnsupportedOperationException("no subsearches here");
        }

        @Override
        public @Nullable LookupTable table(String name) {
          return null;
        }

        @Override
        public void write(String name, LookupTable contents) {
          throw new UnsupportedOperationException("no tables here");
        }

        @Override
        public void note(String message) {}

        @Override
        public void tally(String message) {}
      };

  /** The rows of a search inside of this one, in its order; each call gives rows of its own. */
  List<Row> rowsOf(LogicalPlan subsearch);

  /** The contents of a lookup at this run, {@code null} when there is no lookup of that name. */
  @Nullable LookupTable table(String name);

  /** Replaces the contents of a lookup; later runs and later steps of this run see them. */
  void write(String name, LookupTable contents);

  /**
   * Counts what a step keeps of rows or groups; negative numbers give back.
   *
   * @param bytes an estimate
   * @throws RunLimitException when the run holds more than it may (S-1142)
   */
  default void hold(long rows, long bytes) {}

  /** Hears that the search asked for the run's time or for the range that it searches. */
  default void timeAsked() {}

  /**
   * Says that a documented limit cut something off, or was not obeyed where Splunk would have cut.
   * Reported with the run.
   */
  void note(String message);

  /**
   * Counts what may happen to every row, such as a match that was given up (S-929). The notes of
   * the run say it once, with the number.
   */
  void tally(String message);
}
