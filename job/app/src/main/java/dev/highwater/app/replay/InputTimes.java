package dev.highwater.app.replay;

import dev.highwater.app.options.ReplayOptions;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.util.List;

/** The times of the events in a set of files, read in a pass of its own. */
final class InputTimes {

  private InputTimes() {}

  /**
   * The greatest time, rounded up to the next second; epoch milliseconds, 0 when no event has a
   * time.
   */
  static long lastSecond(List<InputFile> files, ReplayOptions options) throws IOException {
    DetectionSet none =
        DetectionSet.compile(new ContentRevision(List.of(), List.of()), options.content().zone());
    DetectionRouter router = new DetectionRouter(none, new Ledger());
    long last = 0;
    for (InputFile file : files) {
      try (RawEventReader records = RawEventReader.open(file)) {
        while (records.hasNext()) {
          RawEvent raw = records.next();
          long time = router.timeOf(raw);
          last = router.fault(raw, time) == null ? Math.max(last, time) : last;
        }
      }
    }
    return Math.floorDiv(last, 1000L) * 1000 + 1000;
  }
}
