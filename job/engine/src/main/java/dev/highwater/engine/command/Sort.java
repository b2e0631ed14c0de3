package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code sort [N] [-|+]field, ... [desc]}: the first N rows by the fields, 10000 unless N is given,
 * all for 0. Rule S-300.
 */
public final class Sort implements SearchCommand {

  private static final int DEFAULT_LIMIT = 10_000;

  @Override
  public String name() {
    return "sort";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    int limit = limit(arguments);
    List<SortKey> keys = new SortKeyReader(arguments, context).readToEnd();
    return List.of(new SortStage(limit, new RowOrder(keys)));
  }

  private static int limit(ArgumentReader arguments) {
    Option option = arguments.tryOption("limit");
    if (option != null) {
      return WholeNumber.of(arguments, option);
    }
    return WholeNumber.isSpelledBy(arguments.here().text())
        ? Integer.parseInt(arguments.word("a limit").text())
        : DEFAULT_LIMIT;
  }

  record SortStage(int limit, RowOrder order) implements WholeResultStage {

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      List<Row> sorted = order.sorted(rows);
      if (limit == 0 || sorted.size() <= limit) {
        return sorted;
      }
      if (limit == DEFAULT_LIMIT) {
        run.resources().note("sort gave the first " + limit + " of " + sorted.size() + " rows");
      }
      return sorted.subList(0, limit);
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(
          FieldSet.of(order.keys().stream().map(SortKey::field).collect(Collectors.toSet())));
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public String describe() {
      return "sort " + limit + " " + order.describe();
    }
  }
}
