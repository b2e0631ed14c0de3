package dev.highwater.engine.compile;

import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LiteralClause;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.StoredForm;
import dev.highwater.engine.plan.TimeBounds;
import java.util.List;

/**
 * A search that can run.
 *
 * @param expanded its text with all macros expanded
 * @param stages its commands, in order
 */
public record CompiledSearch(String expanded, List<Stage> stages, SearchPlan plan) {

  private static final int LABEL_WIDTH = 12;

  public CompiledSearch {
    stages = List.copyOf(stages);
  }

  /** The logical and the physical plan, for people. */
  public String explain() {
    StringBuilder out = new StringBuilder("logical plan\n");
    logical(out, plan.main(), "  ");
    out.append("physical plan\n");
    plan.scans().forEach(scan -> physical(out, scan));
    line(out, "partition", partition());
    line(out, "run", "merge the slices of the window");
    boolean startsWithScan =
        !plan.scans().isEmpty() && stages.get(0).equals(plan.scans().get(0).stage());
    int done = startsWithScan ? plan.scans().get(0).stagesDone() : 0;
    stages.stream().skip(done).forEach(stage -> line(out, "", stage.describe()));
    if (plan.givesRowsWithoutInput()) {
      line(out, "seed", "runs are done without events, too");
    }
    return out.toString();
  }

  private static void logical(StringBuilder out, LogicalPlan plan, String indent) {
    for (Stage stage : plan.stages()) {
      out.append(indent).append(stage.describe()).append('\n');
      stage.subsearches().forEach(inner -> logical(out, inner, indent + "    "));
    }
  }

  private static void physical(StringBuilder out, ScanPlan scan) {
    line(out, "scan", scan.scan().source());
    TimeBounds bounds = scan.scan().bounds();
    if (!bounds.isOfTheRun()) {
      line(out, "range", bounds.earliest() + ".." + bounds.latest());
    }
    FieldSet fields = scan.stage().filter().beforeRun().reads().and(scan.reads());
    line(out, "fields", fields.toString());
    for (LiteralClause clause : scan.prefilter()) {
      line(out, "prefilter", clause.describe());
    }
    line(out, "head", "filter each event");
    scan.head().forEach(stage -> line(out, "", stage.describe()));
    line(
        out,
        "keep",
        scan.form() instanceof StoredForm.Groups
            ? "aggregate by slice of time before the shuffle"
            : "fields by slice of time, equal ones once");
  }

  private static void line(StringBuilder out, String label, String text) {
    int padding = label.isEmpty() ? 0 : LABEL_WIDTH - label.length();
    out.append("  ").append(label).append(" ".repeat(padding)).append(text).append('\n');
  }

  private String partition() {
    if (!plan.partition().isEmpty()) {
      return "by " + String.join(", ", plan.partition()) + ", which all later stages keep";
    }
    for (Stage stage : stages.subList(1, stages.size())) {
      if (stage.partitionsBy().equals(FieldSet.NONE)) {
        return "by detection: '" + stage.describe() + "' needs all rows of a run";
      }
    }
    return "by detection: there is no by-field that all stages keep apart";
  }
}
