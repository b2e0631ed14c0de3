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

/** {@code tail [N]}: the last N rows, 10 unless N is given, the last one first. Rule S-303. */
public final class Tail implements SearchCommand {

  private static final long DEFAULT_LIMIT = 10;

  @Override
  public String name() {
    return "tail";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    long limit = arguments.isAtEnd() ? DEFAULT_LIMIT : arguments.positiveInteger("the limit");
    arguments.expectEnd();
    return List.of(new TailStage(limit));
  }

  private record TailStage(long limit) implements WholeResultStage {

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      List<Row> last = rows.subList((int) Math.max(0, rows.size() - limit), rows.size());
      Collections.reverse(last);
      return last;
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
      return "tail " + limit;
    }
  }
}
