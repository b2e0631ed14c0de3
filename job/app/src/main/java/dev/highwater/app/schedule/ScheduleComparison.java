package dev.highwater.app.schedule;

import dev.highwater.app.replay.ReplayContent;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.detect.DetectionPreparation.Prepared;
import dev.highwater.engine.detect.ScheduleTiming;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * @param splunk findings over what had come before each run
   * @param lost ids of findings that there would have been
   * @param changed ids of findings whose row would have been another
   */
  record Compared(
      DetectionItem item,
      ScheduleTiming timing,
      long complete,
      long splunk,
      List<String> lost,
      List<String> changed) {}

  static ScheduleComparison of(
      ReplayContent content,
      List<ScheduleTiming> timings,
      List<Finding> complete,
      List<Finding> splunk) {
    Map<String, ScheduleTiming> byId = new HashMap<>();
    timings.forEach(timing -> byId.put(timing.detection(), timing));
    Map<String, Finding> seen = new HashMap<>();
    splunk.forEach(finding -> seen.put(finding.findingId(), finding));
    List<Compared> compared = new ArrayList<>();
    for (Prepared prepared : content.prepared()) {
      DetectionItem item = prepared.item().orElse(null);
      ScheduleTiming timing = item == null ? null : byId.get(item.id());
      if (item != null && timing != null) {
        compared.add(of(item, timing, complete, seen));
      }
    }
    return new ScheduleComparison(compared, content.refused());
  }

  private static Compared of(
      DetectionItem item,
      ScheduleTiming timing,
      List<Finding> complete,
      Map<String, Finding> seen) {
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    long count = 0;
    for (Finding finding : complete) {
      if (finding.detectionId().equals(item.id())) {
        count++;
        Finding other = seen.get(finding.findingId());
        if (other == null) {
          lost.add(finding.findingId());
        } else if (!other.row().equals(finding.row())) {
          changed.add(finding.findingId());
        }
      }
    }
    long found =
        seen.values().stream().filter(each -> each.detectionId().equals(item.id())).count();
    return new Compared(item, timing, count, found, lost, changed);
  }

  /** Those that matched any event. */
  List<Compared> withEvents() {
    return detections.stream().filter(each -> each.timing().events() > 0).toList();
  }
}
