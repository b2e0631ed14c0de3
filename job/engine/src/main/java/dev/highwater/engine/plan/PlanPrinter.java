package dev.highwater.engine.plan;

import java.util.ArrayList;
import java.util.List;

/** Writes plans as SPL that compiles to equal plans. */
final class PlanPrinter {

  private PlanPrinter() {}

  /** The commands of a plan, with pipes between them, and before the first if it is no search. */
  static String print(LogicalPlan plan) {
    List<String> commands = new ArrayList<>();
    for (int i = 0; i < plan.stages().size(); i++) {
      Stage stage = plan.stages().get(i);
      String both = i == 0 ? null : stage.describeBehind(plan.stages().subList(0, i));
      if (both == null) {
        commands.add(stage instanceof ScanStage scan ? scan.command() : stage.describe());
      } else {
        commands.set(commands.size() - 1, both);
      }
    }
    boolean isSearch = commands.isEmpty() || commands.get(0).startsWith("search ");
    return (isSearch ? "" : "| ") + String.join(" | ", commands);
  }
}
