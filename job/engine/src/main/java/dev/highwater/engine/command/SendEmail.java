package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SplLayout;
import java.util.List;

/** {@code sendemail to="..." ...}: would send the rows by mail; they pass. Rule S-1003. */
public final class SendEmail implements SearchCommand {

  @Override
  public String name() {
    return "sendemail";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String written = SplLayout.ofArguments(arguments.restSpan());
    return List.of(new SideEffect("sendemail " + written, "sendemail: no mail is sent here"));
  }
}
