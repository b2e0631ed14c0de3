package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code table a, b*}: keeps exactly these fields, in this order. Row by row, so that it stands
 * where Splunk's transforming command does without gathering the rows. Rule S-325.
 */
public final class Table implements SearchCommand {

  @Override
  public String name() {
    return "table";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    FieldPatterns fields = FieldPatterns.of(arguments.fieldList());
    arguments.expectEnd();
    if (fields.isEmpty()) {
      throw arguments.error(arguments.here(), "table needs the name of a field");
    }
    return List.of(new TableStage(fields));
  }

  private record TableStage(FieldPatterns fields) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      Row kept = new Row();
      for (String name : fields.among(row.names())) {
        kept.set(name, row.get(name));
      }
      row.replaceWith(kept);
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldPatterns.only(wanted, fields::matches, fields.fields());
    }

    @Override
    public FieldSet expects() {
      return fields.hasWildcard() ? FieldSet.NONE : fields.fields();
    }

    @Override
    public @Nullable String carries(String name) {
      return fields.matches(name) ? name : null;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return FieldPatterns.only(before, fields::matches, fields.fields());
    }

    @Override
    public String describe() {
      return "table " + fields.describe();
    }
  }
}
