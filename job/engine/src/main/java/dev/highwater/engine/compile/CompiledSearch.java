package dev.highwater.engine.compile;

import dev.highwater.engine.plan.LiteralClause;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.plan.SearchPlan.Partition;
import dev.highwater.engine.plan.Stage;
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
    stages.forEach(stage -> line(out, "", stage.describe()));
    out.append("physical plan\n");
    line(out, "scan", plan.scan().describe());
    line(out, "fields", plan.head().reads().and(plan.grouping().reads()).toString());
    for (LiteralClause clause : plan.prefilter()) {
      line(out, "prefilter", clause.describe());
    }
    line(out, "head", "filter each event, then aggregate by slice of time before the shuffle");
    line(out, "partition", partition());
    line(out, "run", "merge the slices of the window");
    plan.tail().forEach(stage -> line(out, "", stage.describe()));
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String text) {
    int padding = label.isEmpty() ? 0 : LABEL_WIDTH - label.length();
    out.append("  ").append(label).append(" ".repeat(padding)).append(text).append('\n');
  }

  private String partition() {
    return plan.partition() == Partition.BY_FIELDS
        ? "by " + String.join(", ", plan.grouping().by()) + ", which all later stages keep"
        : "by detection: a later stage needs the rows of a run together";
  }
}
