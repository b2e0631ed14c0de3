package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SourceSpan;
import java.util.List;

/**
 * {@code from datamodel:Model.Dataset}, {@code from lookup:name}: the rows of a dataset, its fields
 * by their own names. Rule S-505.
 */
public final class From implements SearchCommand {

  @Override
  public String name() {
    return "from";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    List<Stage> stages = DatasetSource.read(arguments, context);
    arguments.expectEnd();
    if (!context.isFirst()) {
      throw arguments.error(place, "from makes rows: it must stand at the start of a search");
    }
    return stages;
  }
}
