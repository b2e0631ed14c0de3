package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code addinfo}: the bounds of the search in {@code info_min_time} and {@code info_max_time}, its
 * id in {@code info_sid} and the run's time in {@code info_search_time}. Rule S-419.
 */
public final class AddInfo implements SearchCommand {

  @Override
  public String name() {
    return "addinfo";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    arguments.expectEnd();
    return List.of(new AddInfoStage());
  }

  private static final Set<String> ADDED =
      Set.of("info_min_time", "info_max_time", "info_sid", "info_search_time");

  private record AddInfoStage() implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      row.set("info_min_time", seconds(run.earliestMillis()));
      row.set(
          "info_max_time",
          run.latestMillis() == Long.MAX_VALUE
              ? FieldValue.of("+Infinity")
              : seconds(run.latestMillis()));
      row.set("info_search_time", seconds(run.nowMillis()));
      row.set("info_sid", FieldValue.of("scheduler_" + run.nowMillis() / 1000));
      return true;
    }

    private static FieldValue seconds(long millis) {
      return FieldValue.of(millis / 1000.0);
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldPatterns.only(wanted, name -> !ADDED.contains(name), FieldSet.ALL);
    }

    @Override
    public @Nullable String carries(String name) {
      return ADDED.contains(name) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(ADDED));
    }

    @Override
    public String describe() {
      return "addinfo";
    }
  }
}
