package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code reverse}: the rows from the last to the first. Rule S-303. */
public final class Reverse implements SearchCommand {

  @Override
  public String name() {
    return "reverse";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    arguments.expectEnd();
    return List.of(new ReverseStage());
  }

  private record ReverseStage() implements WholeResultStage {

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      Collections.reverse(rows);
      return rows;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
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
      return "reverse";
    }
  }
}
