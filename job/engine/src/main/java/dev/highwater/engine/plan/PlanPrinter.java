package dev.highwater.engine.plan;

import java.util.ArrayList;
import java.util.List;

/** Writes plans as SPL that compiles to equal plans. */
final class PlanPrinter {

  private PlanPrinter() {}

  /** The commands of a plan, with pipes between them, and before the first if it is no search. */
  static String print(LogicalPlan plan) {
    List<String> commands = new ArrayList<>();
    Stage before = null;
    for (Stage stage : plan.stages()) {
      String both = before == null ? null : stage.describeBehind(before);
      if (both == null) {
        commands.add(stage instanceof ScanStage scan ? scan.command() : stage.describe());
      } else {
        commands.set(commands.size() - 1, both);
      }
      before = stage;
    }
    boolean isSearch = commands.isEmpty() || commands.get(0).startsWith("search ");
    return (isSearch ? "" : "| ") + String.join(" | ", commands);
  }
}
