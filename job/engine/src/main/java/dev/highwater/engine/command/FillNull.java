package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code fillnull [value=0] [a, b]}: gives the listed fields a value where they have none; without
 * a list, and for wildcards, the fields that any row has. Rules S-324, S-1012.
 */
public final class FillNull implements SearchCommand {

  @Override
  public String name() {
    return "fillnull";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options = new CommandOptions(arguments, name(), List.of("value"), List.of());
    options.read();
    List<Word> names = new ArrayList<>(arguments.fieldList());
    options.read();
    names.addAll(arguments.fieldList());
    arguments.expectEnd();
    FieldValue value = FieldValue.of(options.text("value", "0"));
    FieldPatterns fields = FieldPatterns.sparingInternal(names);
    return List.of(
        fields.isEmpty() || fields.hasWildcard()
            ? new FillWholeStage(value, fields)
            : new FillListedStage(value, fields));
  }

  private static String describe(FieldValue value, FieldPatterns fields) {
    return "fillnull value="
        + Written.quoted(value.text())
        + (fields.isEmpty() ? "" : " " + fields.describe());
  }

  private static void fill(Row row, Iterable<String> fields, FieldValue value) {
    for (String field : fields) {
      if (row.get(field) == null) {
        row.set(field, value);
      }
    }
  }

  private record FillListedStage(FieldValue value, FieldPatterns fields) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      fill(row, fields.names(), value);
      return true;
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
      return before.and(FieldSet.of(Set.copyOf(fields.names())));
    }

    @Override
    public String describe() {
      return FillNull.describe(value, fields);
    }
  }

  private record FillWholeStage(FieldValue value, FieldPatterns fields)
      implements WholeResultStage {

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      Set<String> present = new LinkedHashSet<>();
      rows.forEach(row -> present.addAll(row.names()));
      Set<String> filled = fields.isEmpty() ? present : fields.among(present);
      fields.names().stream().filter(name -> !FieldPatterns.isPattern(name)).forEach(filled::add);
      Set<String> columns = new LinkedHashSet<>(present);
      columns.addAll(filled);
      rows.forEach(row -> row.replaceWith(filled(row, columns, filled)));
      return rows;
    }

    /** The row with its fields in the order of the columns, which is the same for all rows. */
    private Row filled(Row row, Set<String> columns, Set<String> filled) {
      Row full = new Row();
      for (String name : columns) {
        FieldValue own = row.get(name);
        full.set(name, own == null && filled.contains(name) ? value : own);
      }
      return full;
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
      return before.and(
          FieldSet.of(
              fields.names().stream()
                  .filter(name -> !FieldPatterns.isPattern(name))
                  .collect(Collectors.toSet())));
    }

    @Override
    public String describe() {
      return FillNull.describe(value, fields);
    }
  }
}
