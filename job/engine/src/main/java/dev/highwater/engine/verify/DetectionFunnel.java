package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.AdHocPreparation;
import dev.highwater.engine.detect.AdHocPreparation.Prepared;
import dev.highwater.engine.detect.AdHocSearch;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.FunnelStep;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.detect.SearchFunnel;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a detection loses the events of some logs.
 *
 * @param steps in their order; empty when the detection is refused
 * @param diagnostics of its search
 */
public record DetectionFunnel(List<FunnelStep> steps, List<Diagnostic> diagnostics) {

  public DetectionFunnel {
    steps = List.copyOf(steps);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Runs the detection's search over all of the logs' time, as a test does (S-1803).
   *
   * @param now what the search takes for now, where it is not to follow from the logs
   * @param record the number of the only record that counts, from 1 through all logs; 0 for all
   */
  public static DetectionFunnel of(
      Detection detection,
      List<TestLog> logs,
      ContentPack content,
      ZoneId zone,
      @Nullable PlaceDatabase places,
      OptionalLong now,
      long record)
      throws IOException {
    LogTimes times = new LogTimes(Knowledge.of(content, zone).addOns());
    logs.forEach(times::read);
    long scheduled = now.orElseGet(() -> times.nextSecond(logs).orElse(0));
    AdHocPreparation preparation = new AdHocPreparation(content, zone, places);
    Prepared prepared =
        preparation.overEvents(
            new AdHocSearch(
                detection.id(),
                detection.name(),
                detection.search(),
                ScheduleItem.allTime(scheduled, zone)));
    if (prepared.item().isEmpty()) {
      return new DetectionFunnel(List.of(), prepared.diagnostics());
    }
    DetectionSet detections =
        DetectionSet.compile(preparation.revision(List.of(prepared)), zone, places);
    SearchFunnel funnel =
        new SearchFunnel(detections.detection(detection.id()), detections.knowledge());
    long number = 0;
    for (TestLog log : logs) {
      try (TestLog.Records records = log.open()) {
        while (records.hasNext()) {
          RawEvent raw = records.next();
          number++;
          if (record == 0 || record == number) {
            funnel.read(raw);
          }
        }
      }
    }
    return new DetectionFunnel(funnel.steps(), prepared.diagnostics());
  }
}
