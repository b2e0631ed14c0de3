package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code set union|diff|intersect [search] [search]}: the rows of two searches as sets; rows with
 * the same fields and texts are the same. Rule S-1001.
 */
public final class SetCommand implements SearchCommand {

  private enum Operation {
    UNION,
    DIFF,
    INTERSECT
  }

  @Override
  public String name() {
    return "set";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Word word = arguments.word("union, diff or intersect");
    if (!context.isFirst()) {
      throw arguments.error(word.span(), "set makes rows: it must stand at the start of a search");
    }
    Operation operation = operation(word, arguments);
    LogicalPlan left = context.subsearch(arguments.subsearch());
    LogicalPlan right = context.subsearch(arguments.subsearch());
    arguments.expectEnd();
    return List.of(new SetSource(operation, left, right));
  }

  private static Operation operation(Word word, ArgumentReader arguments) {
    for (Operation operation : Operation.values()) {
      if (operation.name().equalsIgnoreCase(word.text())) {
        return operation;
      }
    }
    throw arguments.error(
        word.span(), "expected union, diff or intersect, not '" + word.text() + "'");
  }

  private record SetSource(Operation operation, LogicalPlan left, LogicalPlan right)
      implements SourceStage {

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.NONE;
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return left.fieldsAfter(FieldSet.ALL).and(right.fieldsAfter(FieldSet.ALL));
    }

    @Override
    public List<LogicalPlan> subsearches() {
      return List.of(left, right);
    }

    @Override
    public String describe() {
      return "set "
          + operation.name().toLowerCase(Locale.ROOT)
          + " [ "
          + left.describe()
          + " ] [ "
          + right.describe()
          + " ]";
    }

    @Override
    public void generate(RowSink out, RunContext run) {
      Map<Map<String, String>, Row> first = distinct(run.resources().rowsOf(left));
      Map<Map<String, String>, Row> second = distinct(run.resources().rowsOf(right));
      first.forEach(
          (texts, row) -> {
            if (operation == Operation.UNION
                || (operation == Operation.INTERSECT) == second.containsKey(texts)) {
              out.accept(row);
            }
          });
      second.forEach(
          (texts, row) -> {
            if (operation != Operation.INTERSECT && !first.containsKey(texts)) {
              out.accept(row);
            }
          });
      out.finish();
    }

    private static Map<Map<String, String>, Row> distinct(List<Row> rows) {
      Map<Map<String, String>, Row> distinct = new LinkedHashMap<>();
      for (Row row : rows) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : row.names()) {
          FieldValue value = row.get(name);
          texts.put(name, value == null ? "" : value.text());
        }
        distinct.putIfAbsent(texts, row);
      }
      return distinct;
    }
  }
}
