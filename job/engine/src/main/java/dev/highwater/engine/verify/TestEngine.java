package dev.highwater.engine.verify;

import dev.highwater.engine.detect.IndexedRecord;
import java.io.IOException;
import java.util.List;

/** What runs the searches of tests; equal searches over equal logs give equal outcomes. */
public interface TestEngine {

  /**
   * Runs searches in one pass over logs, each over those that it sees.
   *
   * @param logs each once
   * @throws IOException when it cannot be done at all; a search that fails is an outcome
   */
  TestOutcomes search(TestedSearches searches, List<TestLog> logs)
      throws IOException, InterruptedException;

  /**
   * Runs searches on their schedules over records that come one after the other: a run sees what
   * has come before its scheduled time (S-1405).
   *
   * @param records in the order of their index times
   * @throws IOException when it cannot be done at all; a run that fails is an outcome
   */
  TestOutcomes schedule(TestedSearches searches, List<IndexedRecord> records)
      throws IOException, InterruptedException;
}
