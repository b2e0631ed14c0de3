package dev.highwater.engine.detect;

import dev.highwater.engine.compile.CompiledSearch;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.schedule.SearchSchedule;

/** A detection ready to run. Immutable. */
public record RunningDetection(DetectionItem item, CompiledSearch search, SearchSchedule schedule) {

  public String id() {
    return item.id();
  }

  public SearchPlan plan() {
    return search.plan();
  }
}
