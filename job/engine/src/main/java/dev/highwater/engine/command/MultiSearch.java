package dev.highwater.engine.command;

import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code multisearch [search] [search] ...}: the rows of several searches that look at one event at
 * a time, newest first. Rules S-361, S-1000.
 */
public final class MultiSearch implements SearchCommand {

  @Override
  public String name() {
    return "multisearch";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    List<LogicalPlan> parts = new ArrayList<>();
    do {
      SourceSpan start = arguments.here();
      LogicalPlan part = context.subsearch(arguments.subsearch());
      if (!CombinedSource.isStreaming(part)) {
        throw arguments.error(
            start,
            "a search of multisearch must look at one event at a time",
            "Write union or append");
      }
      parts.add(part);
    } while (!arguments.isAtEnd());
    if (parts.size() < 2) {
      throw arguments.error(place, "multisearch needs two searches");
    }
    if (!context.isFirst()) {
      throw arguments.error(
          place, "multisearch makes rows: it must stand at the start of a search");
    }
    return List.of(new CombinedSource(name(), SubsearchOptions.NONE, parts, true));
  }
}
