package dev.highwater.engine.verify;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import java.io.IOException;
import java.util.List;

/** Runs the searches in this thread. */
public final class ReferenceTestEngine implements TestEngine {

  @Override
  public TestOutcomes search(TestedSearches searches, List<TestLog> logs) throws IOException {
    ReferenceReplay replay = new ReferenceReplay(searches.detections());
    for (TestLog log : logs) {
      try (TestLog.Records records = log.open()) {
        replay.read(records);
      }
    }
    ReferenceReplay.Result result = replay.result();
    TestOutcomes outcomes = new TestOutcomes();
    result
        .adHoc()
        .values()
        .forEach(found -> found.forEach(each -> outcomes.add(new Outcome.Found(each))));
    result.failures().forEach(outcomes::add);
    result.notes().forEach(outcomes::add);
    outcomes.add(new Outcome.Counted(result.ledger()));
    return outcomes;
  }
}
