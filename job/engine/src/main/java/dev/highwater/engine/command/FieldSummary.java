package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonWriter;
import dev.highwater.engine.plan.Accumulator;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.KeyOrder;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code fieldsummary [maxvals=100] [fields]}: a row for each field with how many values it has and
 * which. Rule S-1094.
 */
public final class FieldSummary implements SearchCommand {

  private static final int MOST_VALUES = 100;

  @Override
  public String name() {
    return "fieldsummary";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    CommandOptions options = new CommandOptions(arguments, name(), List.of("maxvals"), List.of());
    options.read();
    FieldPatterns fields = FieldPatterns.of(arguments.fieldList());
    options.read();
    arguments.expectEnd();
    Map<String, Aggregation> numbers = new LinkedHashMap<>();
    for (String name : List.of("max", "mean", "min", "stdev")) {
      numbers.put(name, context.aggregation(name, place));
    }
    return List.of(
        new FieldSummaryStage(fields, options.whole("maxvals", 1, MOST_VALUES), numbers));
  }

  /**
   * The summaries, in the order of the names of the fields.
   *
   * @param most values that are listed of a field
   * @param numbers what is calculated of numbers, by the name of its column
   */
  private record FieldSummaryStage(FieldPatterns fields, int most, Map<String, Aggregation> numbers)
      implements WholeResultStage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public boolean isOrderSensitive() {
      return false;
    }

    @Override
    public String describe() {
      return "fieldsummary maxvals=" + most + (fields.isEmpty() ? "" : " " + fields.describe());
    }

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      Map<String, List<FieldValue>> values = new TreeMap<>(KeyOrder::compareBytes);
      for (Row row : rows) {
        for (String name : row.names()) {
          FieldValue value = row.get(name);
          if (value != null && (fields.isEmpty() || fields.matches(name))) {
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
          }
        }
      }
      List<Row> result = new ArrayList<>();
      values.forEach((name, found) -> result.add(summary(name, found)));
      return result;
    }

    private Row summary(String name, List<FieldValue> found) {
      Map<String, Integer> counts = new TreeMap<>(KeyOrder::compareBytes);
      found.forEach(
          value -> value.members().forEach(each -> counts.merge(each.text(), 1, Integer::sum)));
      List<FieldValue> numeric =
          found.stream()
              .flatMap(value -> value.members().stream())
              .filter(FieldValue::isNumeric)
              .toList();
      Row row =
          new Row()
              .set("field", FieldValue.of(name))
              .set("count", FieldValue.of(found.size()))
              .set("distinct_count", FieldValue.of(counts.size()))
              .set("is_exact", FieldValue.of(1));
      numbers.forEach(
          (column, aggregation) -> {
            if (column.equals("stdev")) {
              row.set("numeric_count", FieldValue.of(numeric.size()));
            }
            Accumulator accumulator = aggregation.start();
            numeric.forEach(value -> accumulator.add(value, row));
            row.set(column, numeric.isEmpty() ? null : accumulator.result());
          });
      return row.set("values", FieldValue.of(JsonWriter.write(listed(counts))));
    }

    /** The most frequent values, ties in the order of bytes. */
    private Json listed(Map<String, Integer> counts) {
      Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue();
      List<Json> listed = new ArrayList<>();
      counts.entrySet().stream()
          .sorted(byCount.reversed())
          .limit(most)
          .forEach(
              entry -> {
                Map<String, Json> pair = new LinkedHashMap<>();
                pair.put("value", new Json.Text(entry.getKey()));
                pair.put("count", new Json.Numeral(entry.getValue().toString()));
                listed.add(new Json.Members(pair));
              });
      return new Json.Items(listed);
    }
  }
}
