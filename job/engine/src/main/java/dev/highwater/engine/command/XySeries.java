package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code xyseries [grouped=] x y z ... [sep=] [format=]}: a row for each value of x, a column for
 * each value of y, in order of appearance. Rule S-987.
 */
public final class XySeries implements SearchCommand {

  @Override
  public String name() {
    return "xyseries";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<String> fields = new ArrayList<>();
    String format = "$AGG$: $VAL$";
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("grouped", "sep", "format");
      if (option == null) {
        fields.add(arguments.fieldName("a field name").text());
        while (arguments.tryPunctuation(',')) {}
      } else if (option.name().equals("sep")) {
        format = "$AGG$" + option.value().text() + "$VAL$";
      } else if (option.name().equals("format")) {
        format = option.value().text();
      } else {
        arguments.bool(option.value());
      }
    }
    if (fields.size() < 3) {
      throw arguments.error(
          arguments.here(), "xyseries needs three fields", "Write xyseries x y z");
    }
    return List.of(
        new XySeriesStage(fields.get(0), fields.get(1), fields.subList(2, fields.size()), format));
  }

  private record XySeriesStage(String x, String y, List<String> values, String format)
      implements WholeResultStage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      Map<String, Row> series = new LinkedHashMap<>();
      Set<String> columns = new LinkedHashSet<>();
      for (Row row : rows) {
        FieldValue at = row.get(x);
        FieldValue name = row.get(y);
        if (at != null && name != null) {
          Row target = series.computeIfAbsent(at.text(), k -> new Row().set(x, at));
          for (String value : values) {
            String column = column(value, name.text());
            columns.add(column);
            target.set(column, row.get(value));
          }
        }
      }
      return series.values().stream().map(row -> arranged(row, columns)).toList();
    }

    private String column(String value, String name) {
      return values.size() == 1 ? name : format.replace("$AGG$", value).replace("$VAL$", name);
    }

    private Row arranged(Row row, Set<String> columns) {
      Row arranged = new Row().set(x, row.get(x));
      columns.forEach(column -> arranged.set(column, row.get(column)));
      return arranged;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.of(x, y).and(FieldSet.of(Set.copyOf(values)));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(x) ? name : null;
    }

    @Override
    public String describe() {
      return "xyseries "
          + Written.words(List.of(x, y))
          + ", "
          + Written.words(values)
          + " format="
          + Written.quoted(format);
    }
  }
}
