package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SplLayout;
import java.util.List;

/** {@code sendalert action ...}: would start an alert action; the rows pass. Rule S-1003. */
public final class SendAlert implements SearchCommand {

  @Override
  public String name() {
    return "sendalert";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String action = arguments.word("the name of an alert action").text();
    String parameters = SplLayout.ofArguments(arguments.restSpan());
    return List.of(
        new SideEffect(
            ("sendalert " + Written.word(action) + " " + parameters).strip(),
            "sendalert: the action '" + action + "' is not started here"));
  }
}
