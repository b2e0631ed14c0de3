package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.List;

/**
 * {@code mstats aggregates WHERE index=... [BY fields] [span=10s]}: aggregates over a metric index.
 * There is none here, so that it is refused once it is read. Rule S-1002.
 */
public final class Mstats implements SearchCommand {

  private static final String[] OPTIONS = {
    "prestats",
    "append",
    "backfill",
    "update_period",
    "fillnull_value",
    "chart",
    "span",
    "every",
    "chunk_size"
  };

  @Override
  public String name() {
    return "mstats";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    options(arguments);
    do {
      aggregate(arguments);
      options(arguments);
    } while (!arguments.isAtEnd() && !isClause(arguments));
    if (arguments.tryKeyword("where")) {
      context.filter(TimeModifiers.of(arguments.searchExpression("by", "groupby"), context).rest());
    }
    if (arguments.tryKeyword("by") || arguments.tryKeyword("groupby")) {
      arguments.fieldList();
    }
    options(arguments);
    arguments.expectEnd();
    throw new SplException(
        Diagnostic.unsupported(place, "mstats reads a metric index, and there are none here")
            .withRule("S-1002"));
  }

  private static boolean isClause(ArgumentReader arguments) {
    return arguments.peekKeyword("where")
        || arguments.peekKeyword("by")
        || arguments.peekKeyword("groupby");
  }

  private static void options(ArgumentReader arguments) {
    while (arguments.peekOption()) {
      if (arguments.tryOption(OPTIONS) == null) {
        throw arguments.error(
            arguments.here(), "unknown option '" + arguments.here().text() + "' of mstats");
      }
    }
  }

  private static void aggregate(ArgumentReader arguments) {
    arguments.fieldName("an aggregate such as avg(metric)");
    if (arguments.tryKeyword("as")) {
      arguments.fieldName("the name for the aggregate");
    }
    while (arguments.tryPunctuation(',')) {}
  }
}
