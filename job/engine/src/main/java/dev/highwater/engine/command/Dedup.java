package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code dedup [N] a, b [keepevents=] [keepempty=] [consecutive=] [sortby ...]}: the first N rows
 * of each combination of values, one unless N is given. Rule S-301.
 */
public final class Dedup implements SearchCommand {

  @Override
  public String name() {
    return "dedup";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    int limit = 1;
    if (arguments.here().text().matches("-?\\d+")) {
      long number = arguments.positiveInteger("the number of rows to keep");
      limit = (int) Math.min(number, Integer.MAX_VALUE);
    }
    List<String> fields = new ArrayList<>();
    boolean keepsRows = false;
    boolean keepsEmpty = false;
    boolean isConsecutive = false;
    while (!arguments.isAtEnd() && !arguments.peekKeyword("sortby")) {
      Option option = arguments.tryOption("keepevents", "keepempty", "consecutive");
      if (option == null) {
        fields.addAll(names(arguments));
      } else {
        boolean isOn = arguments.bool(option.value());
        switch (option.name()) {
          case "keepevents" -> keepsRows = isOn;
          case "keepempty" -> keepsEmpty = isOn;
          default -> isConsecutive = isOn;
        }
      }
    }
    if (fields.isEmpty()) {
      throw arguments.error(arguments.here(), "dedup needs the name of a field");
    }
    List<Stage> stages = new ArrayList<>();
    if (arguments.tryKeyword("sortby")) {
      stages.add(
          new Sort.SortStage(0, new RowOrder(new SortKeyReader(arguments, context).readToEnd())));
    }
    stages.add(new DedupStage(limit, fields, keepsRows, keepsEmpty, isConsecutive));
    return stages;
  }

  private static List<String> names(ArgumentReader arguments) {
    List<String> names = arguments.fieldList("sortby").stream().map(Word::text).toList();
    if (names.isEmpty()) {
      arguments.expectEnd();
    }
    return names;
  }
}
