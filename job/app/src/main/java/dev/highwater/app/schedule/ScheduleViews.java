package dev.highwater.app.schedule;

import dev.highwater.engine.detect.IndexedEvents;
import dev.highwater.engine.detect.IndexedReplay;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ScheduleTiming;
import dev.highwater.engine.detect.ScheduleTimings;
import dev.highwater.engine.detect.SearchPass;
import dev.highwater.engine.detect.Visibility;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.run.RunLimits;
import java.util.ArrayList;
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
 * @param failed runs that failed, by {@link #COMPLETE} and {@link #SPLUNK}
 */
record ScheduleViews(
    List<ScheduleTiming> timings,
    List<Finding> complete,
    List<Finding> splunk,
    Map<Long, List<Finding>> skewed,
    List<Finding> delayed,
    Map<String, List<Outcome.Failed>> failed) {

  static final String COMPLETE = "complete";
  static final String SPLUNK = "splunk";

  /**
   * @param limits what each run may hold
   */
  static ScheduleViews of(IndexedEvents events, RunLimits limits) {
    Map<String, List<Outcome.Failed>> failed = new TreeMap<>();
    List<ScheduleTiming> timings = new ScheduleTimings(events).all();
    List<Finding> complete = findings(events, Visibility.ALL, limits, failed, COMPLETE);
    List<Finding> splunk = findings(events, Visibility.atStart(0), limits, failed, SPLUNK);
    Map<Long, List<Finding>> skewed = new TreeMap<>();
    for (ScheduleTiming timing : timings) {
      for (ScheduleTiming.Skew skew : timing.skews()) {
        skewed.computeIfAbsent(
            skew.millis(), millis -> skewed(events, limits, timings, splunk, millis));
      }
    }
    boolean hasCorrelations = !events.detections().detections(SearchPass.RISK).isEmpty();
    return new ScheduleViews(
        timings,
        complete,
        splunk,
        skewed,
        hasCorrelations ? findings(events, Visibility.RISK_OF_EARLIER_RUNS, limits) : complete,
        failed);
  }

  private static List<Finding> findings(
      IndexedEvents events,
      Visibility visibility,
      RunLimits limits,
      Map<String, List<Outcome.Failed>> failed,
      String view) {
    List<Outcome.Failed> faults = failed.computeIfAbsent(view, name -> new ArrayList<>());
    return IndexedReplay.findings(
        events,
        visibility,
        limits,
        outcome -> {
          if (outcome instanceof Outcome.Failed fault) {
            faults.add(fault);
          }
        });
  }

  /** Of a view that nobody is told the failed runs of: they are those of the others. */
  private static List<Finding> findings(
      IndexedEvents events, Visibility visibility, RunLimits limits) {
    return IndexedReplay.findings(events, visibility, limits, outcome -> {});
  }

  /** Runs that miss nothing see the same when they start later. */
  private static List<Finding> skewed(
      IndexedEvents events,
      RunLimits limits,
      List<ScheduleTiming> timings,
      List<Finding> splunk,
      long millis) {
    boolean isMissing = timings.stream().anyMatch(timing -> timing.missed() > 0);
    boolean isMeasured = timings.size() == events.detections().detections().size();
    return millis == 0 || (isMeasured && !isMissing)
        ? splunk
        : findings(events, Visibility.atStart(millis), limits);
  }
}
