package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code uniq}: drops rows that are the same as the row before. Rule S-987. */
public final class Uniq implements SearchCommand {

  @Override
  public String name() {
    return "uniq";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    arguments.expectEnd();
    return List.of(new UniqStage());
  }

  private record UniqStage() implements OrderedRowStage {

    @Override
    public Predicate<Row> begin(RunContext run) {
      Row last = new Row();
      boolean[] isFirst = {true};
      return row -> {
        boolean isNew = isFirst[0] || !row.equals(last);
        isFirst[0] = false;
        last.replaceWith(row);
        return isNew;
      };
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
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
      return "uniq";
    }
  }
}
