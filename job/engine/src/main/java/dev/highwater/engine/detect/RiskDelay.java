package dev.highwater.engine.detect;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.FindingId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it does to the findings of a correlation that the risk of its own time is written only after
 * its run (S-1960).
 *
 * @param detection its id
 * @param findings those where risk is there at once
 * @param later ids of those that only a later run finds
 * @param lost ids of those that no run finds
 * @param changed ids of those whose row is another
 * @param greatestDelayMillis from the run that would have found one to the one that did, at most
 */
public record RiskDelay(
    String detection,
    long findings,
    List<String> later,
    List<String> lost,
    List<String> changed,
    long greatestDelayMillis) {

  public RiskDelay {
    later = List.copyOf(later);
    lost = List.copyOf(lost);
    changed = List.copyOf(changed);
  }

  /**
   * One for each correlation, in the order of the detections.
   *
   * @param atOnce findings where risk is there at once
   * @param delayed findings where it is written after the runs of its time
   */
  public static List<RiskDelay> all(
      DetectionSet detections, List<Finding> atOnce, List<Finding> delayed) {
    Map<String, Finding> found = new HashMap<>();
    Map<String, TreeMap<Long, Finding>> bySubject = new HashMap<>();
    for (Finding finding : delayed) {
      found.put(finding.findingId(), finding);
      bySubject
          .computeIfAbsent(subject(detections, finding), subject -> new TreeMap<>())
          .put(finding.window().scheduledMillis(), finding);
    }
    List<RiskDelay> delays = new ArrayList<>();
    for (RunningDetection detection : detections.detections(SearchPass.RISK)) {
      List<Finding> ours =
          atOnce.stream().filter(each -> each.detectionId().equals(detection.id())).toList();
      delays.add(of(detections, detection.id(), ours, found, bySubject));
    }
    return delays;
  }

  private static RiskDelay of(
      DetectionSet detections,
      String detection,
      List<Finding> atOnce,
      Map<String, Finding> found,
      Map<String, TreeMap<Long, Finding>> bySubject) {
    List<String> later = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    long greatest = 0;
    for (Finding finding : atOnce) {
      Finding same = found.get(finding.findingId());
      long scheduled = finding.window().scheduledMillis();
      Long next =
          bySubject
              .getOrDefault(subject(detections, finding), new TreeMap<>())
              .higherKey(scheduled);
      if (same != null && !same.row().equals(finding.row())) {
        changed.add(finding.findingId());
      } else if (same == null && next == null) {
        lost.add(finding.findingId());
      } else if (same == null && next != null) {
        later.add(finding.findingId());
        greatest = Math.max(greatest, next - scheduled);
      }
    }
    return new RiskDelay(detection, atOnce.size(), later, lost, changed, greatest);
  }

  private static String subject(DetectionSet detections, Finding finding) {
    return FindingId.subject(
        finding.detectionId(),
        finding.detectionVersion(),
        detections.detectionOf(finding).plan().identity(),
        finding.row());
  }
}
