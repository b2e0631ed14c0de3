package dev.highwater.app.schedule;

import dev.highwater.app.replay.ReplayContent;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.RiskDelay;
import dev.highwater.engine.detect.ScheduleTiming;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Splunk's schedule makes of a set of events, against all of them.
 *
 * @param detections those that ran, in their order
 * @param refused those that could not run
 */
record ScheduleComparison(List<Compared> detections, List<Prepared> refused) {

  /**
   * One detection.
   *
   * @param complete findings over all events
   * @param splunk over what had come before each run
   * @param skews over what had come when runs start later
   * @param delay what it does that risk is there only for later runs; {@code null} of a search that
   *     is no correlation
   */
  record Compared(
      DetectionItem item,
      ScheduleTiming timing,
      long complete,
      FindingDifference splunk,
      List<Skewed> skews,
      @Nullable RiskDelay delay) {

    /** Whether events or risk made it find anything, or could have. */
    boolean isConcerned() {
      return timing.events() > 0 || complete > 0 || splunk.found() > 0;
    }
  }

  /** What runs make of the events when they start later. */
  record Skewed(ScheduleTiming.Skew skew, FindingDifference findings) {}

  static ScheduleComparison of(
      ReplayContent content, DetectionSet detections, ScheduleViews views) {
    Map<String, ScheduleTiming> timings = new HashMap<>();
    views.timings().forEach(timing -> timings.put(timing.detection(), timing));
    Map<String, RiskDelay> delays = new HashMap<>();
    RiskDelay.all(detections, views.complete(), views.delayed())
        .forEach(delay -> delays.put(delay.detection(), delay));
    List<Compared> compared = new ArrayList<>();
    for (Prepared prepared : content.prepared()) {
      DetectionItem item = prepared.item().orElse(null);
      ScheduleTiming timing = item == null ? null : timings.get(item.id());
      if (item != null && timing != null) {
        compared.add(of(item, timing, views, delays.get(item.id())));
      }
    }
    return new ScheduleComparison(compared, content.refused());
  }

  private static Compared of(
      DetectionItem item, ScheduleTiming timing, ScheduleViews views, @Nullable RiskDelay delay) {
    List<Finding> complete = views.complete();
    List<Skewed> skews =
        timing.skews().stream()
            .map(
                skew ->
                    new Skewed(
                        skew,
                        FindingDifference.of(
                            item.id(),
                            complete,
                            Objects.requireNonNull(views.skewed().get(skew.millis())))))
            .toList();
    return new Compared(
        item,
        timing,
        complete.stream().filter(finding -> finding.detectionId().equals(item.id())).count(),
        FindingDifference.of(item.id(), complete, views.splunk()),
        skews,
        delay);
  }

  /** Those that anything came of, or could have. */
  List<Compared> concerned() {
    return detections.stream().filter(Compared::isConcerned).toList();
  }
}
