package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nomv field}: one text of the values of a field, line by line. Rule S-323. */
public final class NoMv implements SearchCommand {

  @Override
  public String name() {
    return "nomv";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String field = arguments.fieldName("the field to join").text();
    arguments.expectEnd();
    return List.of(new NoMvStage(field));
  }

  private record NoMvStage(String field) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      if (row.get(field) instanceof MultiValue values) {
        row.set(field, FieldValue.of(values.text()));
      }
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(field) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public String describe() {
      return "nomv " + Written.word(field);
    }
  }
}
