package dev.highwater.app.schedule;

import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs that do not see every event find of what there is to find.
 *
 * @param found how many findings there are
 * @param lost ids of findings that there would have been
 * @param changed ids of findings whose row would have been another
 */
record FindingDifference(long found, List<String> lost, List<String> changed) {

  FindingDifference {
    lost = List.copyOf(lost);
    changed = List.copyOf(changed);
  }

  /**
   * Of one detection.
   *
   * @param complete findings over all events, of any detections
   * @param seen findings over some of them, of any detections
   */
  static FindingDifference of(String detection, List<Finding> complete, List<Finding> seen) {
    Map<String, Finding> byId = new HashMap<>();
    for (Finding finding : seen) {
      if (finding.detectionId().equals(detection)) {
        byId.put(finding.findingId(), finding);
      }
    }
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Finding finding : complete) {
      Finding other = byId.get(finding.findingId());
      if (!finding.detectionId().equals(detection)) {
        continue;
      }
      if (other == null) {
        lost.add(finding.findingId());
      } else if (!other.row().equals(finding.row())) {
        changed.add(finding.findingId());
      }
    }
    return new FindingDifference(byId.size(), lost, changed);
  }
}
