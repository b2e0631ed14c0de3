package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.List;

/**
 * The options of a command with a subsearch that bound it. Time limits and {@code extendtimerange}
 * change nothing here.
 *
 * @param most rows that are taken of the subsearch; {@code Long.MAX_VALUE} where none is named
 */
record SubsearchOptions(long most) {

  static final SubsearchOptions NONE = new SubsearchOptions(Long.MAX_VALUE);

  /** Reads the options that are next. */
  static SubsearchOptions read(ArgumentReader arguments) {
    SubsearchOptions options = NONE;
    while (true) {
      Option limit = arguments.tryOption("maxout");
      Option other = limit != null ? limit : arguments.tryOption("maxtime", "timeout");
      Option flag = other != null ? other : arguments.tryOption("extendtimerange");
      if (limit != null) {
        options = new SubsearchOptions(Numbers.whole(limit, arguments));
      } else if (other != null) {
        Numbers.whole(other, arguments);
      } else if (flag != null) {
        arguments.bool(flag.value());
      } else {
        return options;
      }
    }
  }

  /** The rows of a subsearch, as many as the options let through. */
  List<Row> rowsOf(LogicalPlan subsearch, String command, RunContext run) {
    List<Row> rows = run.resources().rowsOf(subsearch);
    if (most == Long.MAX_VALUE) {
      SubsearchLimits.noteRows(command, rows.size(), run);
    }
    return rows.size() > most ? rows.subList(0, (int) most) : rows;
  }

  String describe() {
    return most == Long.MAX_VALUE ? "" : "maxout=" + most + " ";
  }
}
