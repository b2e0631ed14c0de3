package dev.highwater.app.schedule;

import dev.highwater.engine.detect.IndexedEvents;
import dev.highwater.engine.detect.IndexedReplay;
import dev.highwater.engine.detect.ScheduleTiming;
import dev.highwater.engine.detect.ScheduleTimings;
import dev.highwater.engine.detect.SearchPass;
import dev.highwater.engine.detect.Visibility;
import dev.highwater.engine.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the same runs find, by what they see.
 *
 * @param timings of the detections
 * @param complete all events, and the risk of their own time
 * @param splunk what had come before each run
 * @param skewed by skew in milliseconds, what had come when runs start so much later
 * @param delayed all events, but of risk that of earlier runs only
 */
record ScheduleViews(
    List<ScheduleTiming> timings,
    List<Finding> complete,
    List<Finding> splunk,
    Map<Long, List<Finding>> skewed,
    List<Finding> delayed) {

  static ScheduleViews of(IndexedEvents events) {
    List<ScheduleTiming> timings = new ScheduleTimings(events).all();
    List<Finding> complete = IndexedReplay.findings(events, Visibility.ALL);
    List<Finding> splunk = IndexedReplay.findings(events, Visibility.atStart(0));
    Map<Long, List<Finding>> skewed = new TreeMap<>();
    for (ScheduleTiming timing : timings) {
      for (ScheduleTiming.Skew skew : timing.skews()) {
        skewed.computeIfAbsent(skew.millis(), millis -> skewed(events, timings, splunk, millis));
      }
    }
    boolean hasCorrelations = !events.detections().detections(SearchPass.RISK).isEmpty();
    return new ScheduleViews(
        timings,
        complete,
        splunk,
        skewed,
        hasCorrelations
            ? IndexedReplay.findings(events, Visibility.RISK_OF_EARLIER_RUNS)
            : complete);
  }

  /** Runs that miss nothing see the same when they start later. */
  private static List<Finding> skewed(
      IndexedEvents events, List<ScheduleTiming> timings, List<Finding> splunk, long millis) {
    boolean isMissing = timings.stream().anyMatch(timing -> timing.missed() > 0);
    boolean isMeasured = timings.size() == events.detections().detections().size();
    return millis == 0 || (isMeasured && !isMissing)
        ? splunk
        : IndexedReplay.findings(events, Visibility.atStart(millis));
  }
}
