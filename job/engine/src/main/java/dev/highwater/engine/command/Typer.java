package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;

/**
 * {@code typer}: gives events their event types, which they have here from the start. Rule S-989.
 */
public final class Typer implements SearchCommand {

  @Override
  public String name() {
    return "typer";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    if (!arguments.isAtEnd()) {
      arguments.tryOption("eventtypes");
      arguments.tryOption("maxlen");
    }
    arguments.expectEnd();
    return List.of(new NoChange("typer"));
  }
}
