package dev.highwater.flink;

import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.RawEvent;
import java.util.ArrayList;
import java.util.List;

/** What records come to on their way to the runs, by the engine itself. */
final class Routing {

  private Routing() {}

  /** The groups of the records, in their order. */
  static List<RoutedGroup> groups(JobContent content, RawEvent... records) {
    return groups(content, Long.MIN_VALUE, records);
  }

  /** The same, where the stream has come so far. */
  static List<RoutedGroup> groups(JobContent content, long clockMillis, RawEvent... records) {
    RecordTimes times = new RecordTimes(content.detections().knowledge().addOns());
    DetectionRouter router = new DetectionRouter(content.detections(), new Ledger());
    List<RoutedGroup> groups = new ArrayList<>();
    for (RawEvent record : records) {
      router.route(record, times.timeOf(record), clockMillis, groups::add);
    }
    return groups;
  }
}
