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
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code transpose [5] [column_name=column] [header_field=] [include_empty=]}: the first rows as
 * columns, all for 0; the columns as rows. Rule S-987.
 */
public final class Transpose implements SearchCommand {

  @Override
  public String name() {
    return "transpose";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    int count = 5;
    String columnName = "column";
    String header = null;
    boolean includesEmpty = true;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("column_name", "header_field", "include_empty");
      if (option == null) {
        Word word = arguments.word("a number of rows");
        if (!WholeNumber.isSpelledBy(word)) {
          throw arguments.error(
              word.span(), "expected a number of rows, not '" + word.text() + "'");
        }
        count = Integer.parseInt(word.text());
      } else if (option.name().equals("column_name")) {
        columnName = option.value().text();
      } else if (option.name().equals("header_field")) {
        header = option.value().text();
      } else {
        includesEmpty = arguments.bool(option.value());
      }
    }
    return List.of(new TransposeStage(count, columnName, header, includesEmpty));
  }

  private record TransposeStage(
      int count, String columnName, @Nullable String header, boolean includesEmpty)
      implements WholeResultStage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      List<Row> shown = count == 0 ? rows : rows.subList(0, Math.min(count, rows.size()));
      Set<String> columns = new LinkedHashSet<>();
      rows.forEach(row -> columns.addAll(row.names()));
      List<Row> result = new ArrayList<>();
      for (String column : columns) {
        if (!column.equals(header)) {
          Row turned = turned(column, shown);
          if (includesEmpty || turned.names().size() > 1) {
            result.add(turned);
          }
        }
      }
      return result;
    }

    private Row turned(String column, List<Row> rows) {
      Row turned = new Row().set(columnName, FieldValue.of(column));
      for (int i = 0; i < rows.size(); i++) {
        FieldValue title = header == null ? null : rows.get(i).get(header);
        turned.set(title == null ? "row " + (i + 1) : title.text(), rows.get(i).get(column));
      }
      return turned;
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
    public String describe() {
      return "transpose "
          + count
          + " column_name="
          + Written.quoted(columnName)
          + (header == null ? "" : " header_field=" + Written.quoted(header))
          + " include_empty="
          + includesEmpty;
    }
  }
}
