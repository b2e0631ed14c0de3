package dev.highwater.engine.verify;

import dev.highwater.engine.detect.IndexedEvents;
import dev.highwater.engine.detect.IndexedRecord;
import dev.highwater.engine.detect.IndexedReplay;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.detect.Visibility;
import dev.highwater.engine.run.RunLimits;
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
    result.lookups().forEach((name, table) -> outcomes.add(new Outcome.Kept(name, table)));
    outcomes.add(new Outcome.Counted(result.ledger()));
    return outcomes;
  }

  @Override
  public TestOutcomes schedule(TestedSearches searches, List<IndexedRecord> records) {
    TestOutcomes outcomes = new TestOutcomes();
    IndexedEvents events = IndexedEvents.read(searches.detections(), records.iterator(), 0);
    IndexedReplay.findings(events, Visibility.atStart(0), RunLimits.DEFAULT, outcomes::add)
        .forEach(found -> outcomes.add(new Outcome.Found(found)));
    outcomes.add(new Outcome.Counted(events.ledger()));
    return outcomes;
  }
}
