package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code filldown [a, b*]}: gives fields without a value the last value that a row before had; all
 * fields without a list. Rule S-324.
 */
public final class FillDown implements SearchCommand {

  @Override
  public String name() {
    return "filldown";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    FieldPatterns fields = FieldPatterns.sparingInternal(arguments.fieldList());
    arguments.expectEnd();
    return List.of(new FillDownStage(fields));
  }

  private record FillDownStage(FieldPatterns fields) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.CENTRALIZED_STREAMING;
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
      return "filldown" + (fields.isEmpty() ? "" : " " + fields.describe());
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      Map<String, FieldValue> last = new LinkedHashMap<>();
      return new EachRow(
          downstream,
          row -> {
            fill(row, last);
            return true;
          });
    }

    private void fill(Row row, Map<String, FieldValue> last) {
      last.forEach(
          (name, value) -> {
            if (row.get(name) == null) {
              row.set(name, value);
            }
          });
      for (String name : row.names()) {
        FieldValue value = row.get(name);
        if (value != null && (fields.isEmpty() || fields.matches(name))) {
          last.put(name, value);
        }
      }
    }
  }
}
