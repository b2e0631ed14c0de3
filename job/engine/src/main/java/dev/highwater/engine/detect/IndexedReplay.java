package dev.highwater.engine.detect;

import dev.highwater.engine.detect.IndexedEvents.Arrived;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.run.RunLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The runs of a schedule over events that came at known times, then those of correlations over the
 * risk that came of it, in one thread and in memory.
 */
public final class IndexedReplay {

  private static final Comparator<Finding> ORDER =
      Comparator.comparingLong((Finding finding) -> finding.window().scheduledMillis())
          .thenComparing(Finding::findingId);

  private IndexedReplay() {}

  /**
   * What all runs find.
   *
   * @param visibility which events each run sees of those that it searches
   * @return what is not throttled, by scheduled time, then id
   */
  public static List<Finding> findings(IndexedEvents events, Visibility visibility) {
    return findings(events, visibility, RunLimits.DEFAULT, outcome -> {});
  }

  /**
   * As {@link #findings(IndexedEvents, Visibility)}.
   *
   * @param limits what each run may hold
   * @param outcomes takes what the runs give beside findings: what they note, which of them fail,
   *     and which events they miss
   */
  public static List<Finding> findings(
      IndexedEvents events, Visibility visibility, RunLimits limits, Consumer<Outcome> outcomes) {
    IndexedPass first =
        new IndexedPass(
            events.detections(), SearchPass.EVENTS, events.ledger(), visibility, limits, outcomes);
    events.groups().forEach(first::store);
    List<Finding> findings = new ArrayList<>(first.run());
    findings.sort(ORDER);
    findings.addAll(correlated(events, findings, visibility, limits, outcomes));
    findings.sort(ORDER);
    return findings;
  }

  private static List<Finding> correlated(
      IndexedEvents events,
      List<Finding> findings,
      Visibility visibility,
      RunLimits limits,
      Consumer<Outcome> outcomes) {
    DetectionSet detections = events.detections();
    if (detections.detections(SearchPass.RISK).isEmpty()) {
      return List.of();
    }
    Ledger ledger = new Ledger();
    IndexedPass pass =
        new IndexedPass(detections, SearchPass.RISK, ledger, visibility, limits, outcomes);
    RiskRouter router = new RiskRouter(detections, ledger);
    events
        .risk()
        .forEach(
            each ->
                router.route(
                    each.risk(), group -> pass.store(new Arrived(group, each.indexMillis()))));
    FindingStage stage = new FindingStage(detections, ledger);
    for (Finding finding : findings) {
      stage.raise(finding, raised -> {}, risk -> route(risk, router, pass));
    }
    router.settle();
    return pass.run();
  }

  private static void route(RiskRecord risk, RiskRouter router, IndexedPass pass) {
    long known = risk.contribution().knownMillis();
    router.route(risk, group -> pass.store(new Arrived(group, known)));
  }
}
