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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code accum field [AS name]}: the sum of the field's numbers so far. Rule S-987. */
public final class Accum implements SearchCommand {

  @Override
  public String name() {
    return "accum";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String field = arguments.fieldName("the field to add up").text();
    String target =
        arguments.tryKeyword("as") ? arguments.fieldName("the name of the sum").text() : field;
    arguments.expectEnd();
    return List.of(new AccumStage(field, target));
  }

  private record AccumStage(String field, String target) implements OrderedRowStage {

    @Override
    public Predicate<Row> begin(RunContext run) {
      double[] total = {0};
      return row -> {
        FieldValue value = row.get(field);
        if (value != null && value.isNumeric()) {
          total[0] += value.number();
          row.set(target, FieldValue.of(total[0]));
        }
        return true;
      };
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(target) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(target));
    }

    @Override
    public String describe() {
      return "accum " + Written.word(field) + " AS " + Written.word(target);
    }
  }
}
