package dev.highwater.engine.detect;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.finding.Finding.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has to say when it is done again, after events that came late (S-1408).
 *
 * @param news amended and withdrawn findings, each with what it takes the place of; none where
 *     nothing has changed
 * @param said the last revision of each finding of the run, withdrawn ones included
 */
public record Amendment(List<Finding> news, List<Finding> said) {

  public Amendment {
    news = List.copyOf(news);
    said = List.copyOf(said);
  }

  /**
   * Compares what a run has said with what it finds now.
   *
   * @param before the last revision of each finding that it has said
   */
  public static Amendment of(List<Finding> before, List<Finding> now) {
    Map<String, Finding> said = new LinkedHashMap<>();
    before.forEach(finding -> said.put(finding.findingId(), finding));
    List<Finding> news = new ArrayList<>();
    Map<String, Finding> found = new LinkedHashMap<>();
    for (Finding finding : now) {
      found.put(finding.findingId(), finding);
      Finding earlier = said.get(finding.findingId());
      if (earlier == null) {
        news.add(finding.revised(Status.AMENDED, 0));
      } else if (earlier.status() == Status.WITHDRAWN) {
        news.add(finding.revised(Status.AMENDED, earlier.revision() + 1));
      } else if (!earlier.row().equals(finding.row())) {
        news.add(finding.revised(Status.AMENDED, earlier.revision() + 1).replacing(earlier.row()));
      }
    }
    for (Finding earlier : before) {
      if (earlier.status() != Status.WITHDRAWN && !found.containsKey(earlier.findingId())) {
        news.add(earlier.revised(Status.WITHDRAWN, earlier.revision() + 1));
      }
    }
    for (Finding each : news) {
      said.put(each.findingId(), each.revised(each.status(), each.revision()));
    }
    return new Amendment(news, List.copyOf(said.values()));
  }
}
