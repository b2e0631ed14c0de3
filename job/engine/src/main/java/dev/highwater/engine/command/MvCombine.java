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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvcombine [delim=] field}: makes one row of rows that differ in this field alone, with all
 * its values, where the first of them stood. Rule S-322.
 */
public final class MvCombine implements SearchCommand {

  @Override
  public String name() {
    return "mvcombine";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    arguments.tryOption("delim"); // how the values look as one text, which nothing here asks for
    String field = arguments.fieldName("the field to combine").text();
    arguments.tryOption("delim");
    arguments.expectEnd();
    return List.of(new MvCombineStage(field));
  }

  private record MvCombineStage(String field) implements WholeResultStage {

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      Map<Map<String, List<String>>, List<FieldValue>> valuesOf = new HashMap<>();
      List<Row> combined = new ArrayList<>();
      List<List<FieldValue>> values = new ArrayList<>();
      for (Row row : rows) {
        FieldValue value = row.get(field);
        List<FieldValue> known = value == null ? null : valuesOf.get(others(row));
        if (value != null && known != null) {
          known.addAll(value.members());
          continue;
        }
        List<FieldValue> own = new ArrayList<>(value == null ? List.of() : value.members());
        if (value != null) {
          valuesOf.put(others(row), own);
        }
        combined.add(row);
        values.add(own);
      }
      for (int i = 0; i < combined.size(); i++) {
        combined.get(i).set(field, MultiValue.of(values.get(i)));
      }
      return combined;
    }

    private Map<String, List<String>> others(Row row) {
      Map<String, List<String>> others = new HashMap<>();
      for (String name : row.names()) {
        FieldValue value = row.get(name);
        if (value != null && !name.equals(field)) {
          others.put(name, value.members().stream().map(FieldValue::text).toList());
        }
      }
      return others;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
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
      return "mvcombine " + Written.word(field);
    }
  }
}
