package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplLayout;
import java.util.List;

/** {@code collect index=name ...}: would write the rows into an index; they pass. Rule S-1003. */
public final class Collect implements SearchCommand {

  private static final String[] OPTIONS = {
    "index",
    "addinfo",
    "addtime",
    "file",
    "host",
    "marker",
    "output_format",
    "run_in_preview",
    "source",
    "sourcetype",
    "spool",
    "testmode",
    "uselb"
  };

  @Override
  public String name() {
    return "collect";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan start = arguments.here();
    boolean hasIndex = false;
    for (Option option = arguments.tryOption(OPTIONS);
        option != null;
        option = arguments.tryOption(OPTIONS)) {
      hasIndex |= option.name().equals("index");
    }
    if (!hasIndex) {
      throw arguments.error(start, "collect needs an index", "Write collect index=name");
    }
    String written = SplLayout.ofArguments(start.to(arguments.here()));
    arguments.expectEnd();
    return List.of(new SideEffect("collect " + written, "collect: nothing is indexed here"));
  }
}
