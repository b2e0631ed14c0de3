package dev.highwater.engine.detect;

import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.run.SearchRun;
import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionPrinter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a search are lost: how many enter the data model, pass each condition of the
 * filter, and how many rows are left behind each command. Keeps the events that pass the filters in
 * memory. Not safe for use by several threads.
 */
public final class SearchFunnel {

  private final RunningDetection detection;
  private final Knowledge knowledge;
  private final RecordTimes times;
  private final List<ScanCounts> scans = new ArrayList<>();
  private long read;
  private long timed;

  public SearchFunnel(RunningDetection detection, Knowledge knowledge) {
    this.detection = detection;
    this.knowledge = knowledge;
    this.times = new RecordTimes(knowledge.addOns());
    ZoneId zone = ZoneId.of(detection.item().schedule().zone());
    detection.plan().scans().forEach(scan -> scans.add(new ScanCounts(scan, zone)));
  }

  /** Takes a record in; those of inputs that the detection does not see are left out. */
  public void read(RawEvent raw) {
    if (!detection.item().sees(raw.origin().input())) {
      return;
    }
    read++;
    long time = times.timeOf(raw);
    RawEvent kept = times.indexed(raw);
    if (kept != null && RecordTimes.fault(raw, time) == null) {
      timed++;
      scans.forEach(scan -> scan.read(kept, time));
    }
  }

  /** The steps in their order, up to the first behind which nothing is left. */
  public List<FunnelStep> steps() {
    List<FunnelStep> steps = new ArrayList<>();
    steps.add(new FunnelStep("records read", read, null));
    steps.add(new FunnelStep("with a time", timed, null));
    for (ScanCounts scan : scans) {
      scan.addTo(steps, scans.size() > 1);
    }
    addCommands(steps);
    return upToNothing(steps);
  }

  private List<FunnelStep> upToNothing(List<FunnelStep> steps) {
    if (scans.size() > 1) {
      return steps; // what one scan lacks another may have
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).left() == 0) {
        return List.copyOf(steps.subList(0, i + 1));
      }
    }
    return steps;
  }

  private void addCommands(List<FunnelStep> steps) {
    List<Stage> stages = detection.plan().main().stages();
    for (int count = 2; count <= stages.size(); count++) {
      long rows = rowsOf(new LogicalPlan(stages.subList(0, count)));
      steps.add(new FunnelStep("| " + stages.get(count - 1).describe(), rows, null));
    }
  }

  private long rowsOf(LogicalPlan part) {
    SearchWindow window =
        detection.schedule().windowAt(detection.item().schedule().firstScheduledMillis());
    SearchRun run =
        new SearchRun(
            window.scheduledMillis(),
            window.earliestMillis(),
            window.latestMillis(),
            ZoneId.of(detection.item().schedule().zone()),
            (stage, context) ->
                new SearchRun.Stored(scans.get(detection.plan().scan(stage).id()).copies(), 1),
            detection.lookups());
    return run.rowsOf(part).size();
  }

  /** What becomes of the events at one scan. */
  private final class ScanCounts {
    private final ScanPlan plan;
    private final ZoneId zone;
    private final List<SearchExpression> conditions = new ArrayList<>();
    private final List<FieldSet> reads = new ArrayList<>();
    private final Map<EventOrigin, ScanFunnel> funnels = new HashMap<>();
    private final List<Row> passed = new ArrayList<>();
    private final long[] failed;
    private final FunnelStep.@Nullable NearMiss[] nearest;
    private long entered;

    ScanCounts(ScanPlan plan, ZoneId zone) {
      this.plan = plan;
      this.zone = zone;
      addConditions(plan.stage().filter().weakened());
      this.failed = new long[conditions.size()];
      this.nearest = new FunnelStep.NearMiss[conditions.size()];
    }

    private void addConditions(SearchExpression expression) {
      if (expression instanceof SearchExpression.And and) {
        and.operands().forEach(this::addConditions);
      } else if (!(expression instanceof SearchExpression.Everything)) {
        conditions.add(expression);
        reads.add(SearchExpressionCompiler.compile(expression).reads());
      }
    }

    void read(RawEvent raw, long timeMillis) {
      ScanFunnel funnel =
          funnels.computeIfAbsent(
              raw.origin(), origin -> new ScanFunnel(knowledge, origin, plan, conditions, zone));
      int reached = funnel.read(raw, timeMillis);
      if (reached == ScanFunnel.OUTSIDE) {
        return;
      }
      entered++;
      if (reached == ScanFunnel.PASSED) {
        passed.add(funnel.row());
        return;
      }
      failed[reached]++;
      if (nearest[reached] == null) {
        String text = raw.text();
        nearest[reached] =
            new FunnelStep.NearMiss(
                raw.origin().input(),
                raw.offset(),
                funnel.values(reads.get(reached)),
                text.length() > 500 ? text.substring(0, 500) + "..." : text);
      }
    }

    void addTo(List<FunnelStep> steps, boolean isNumbered) {
      String prefix = isNumbered ? "scan " + (plan.id() + 1) + ": " : "";
      if (plan.scan() instanceof Scan.OfDataset) {
        steps.add(new FunnelStep(prefix + "in " + plan.scan().source(), entered, null));
      }
      long left = entered;
      for (int i = 0; i < conditions.size(); i++) {
        left -= failed[i];
        String text = SearchExpressionPrinter.print(conditions.get(i));
        steps.add(new FunnelStep(prefix + text, left, nearest[i]));
      }
    }

    /** Newest first, each a row of its own. */
    List<Row> copies() {
      return passed.stream()
          .sorted(Comparator.comparingDouble(ScanCounts::seconds).reversed())
          .map(Row::copy)
          .toList();
    }

    private static double seconds(Row row) {
      FieldValue time = row.get("_time");
      return time == null ? 0 : time.number();
    }
  }
}
