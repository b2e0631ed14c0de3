package dev.highwater.engine.verify;

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
}
