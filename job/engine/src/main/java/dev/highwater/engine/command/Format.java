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
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code format [mvsep=] [maxresults=] ["(" "(" "AND" ")" "OR" ")"] [emptystr=]}: one row whose
 * field {@code search} is a search expression for the rows, as subsearches give it. Rules S-050,
 * S-051.
 */
public final class Format implements SearchCommand {

  @Override
  public String name() {
    return "format";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String valueSeparator = "OR";
    String empty = "NOT ( )";
    int limit = 0;
    List<String> parts = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("mvsep", "maxresults", "emptystr");
      if (option == null) {
        parts.add(arguments.word("a text in quotes").text());
        continue;
      }
      switch (option.name()) {
        case "mvsep" -> valueSeparator = option.value().text();
        case "maxresults" -> limit = WholeNumber.of(arguments, option);
        default -> empty = option.value().text();
      }
    }
    if (parts.isEmpty()) {
      parts = List.of("(", "(", "AND", ")", "OR", ")");
    } else if (parts.size() != PART_COUNT) {
      throw arguments.error(
          arguments.here(),
          "format takes six texts, or none",
          "Write \"(\" \"(\" \"AND\" \")\" \"OR\" \")\"");
    }
    return List.of(new FormatStage(parts, valueSeparator, empty, limit));
  }

  private static final int PART_COUNT = 6;

  /**
   * The rows as a search.
   *
   * @param parts around all rows, around a row, between fields, behind a row, between rows, behind
   *     all rows
   */
  private record FormatStage(List<String> parts, String valueSeparator, String empty, int limit)
      implements WholeResultStage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      int count = limit == 0 ? rows.size() : Math.min(limit, rows.size());
      List<String> conditions = new ArrayList<>();
      for (Row row : rows.subList(0, count)) {
        List<String> fields = conditions(row);
        if (!fields.isEmpty()) {
          String joined = String.join(" " + parts.get(2) + " ", fields);
          conditions.add(parts.get(1) + " " + joined + " " + parts.get(3));
        }
      }
      String joined = String.join(" " + parts.get(4) + " ", conditions);
      String search =
          conditions.isEmpty() ? empty : parts.get(0) + " " + joined + " " + parts.get(5);
      return List.of(new Row().set("search", FieldValue.of(search)));
    }

    private List<String> conditions(Row row) {
      List<String> conditions = new ArrayList<>();
      for (String name : new TreeSet<>(row.names())) {
        FieldValue value = row.get(name);
        if (value != null && !name.startsWith("_")) {
          conditions.add(condition(name, value));
        }
      }
      return conditions;
    }

    private String condition(String name, FieldValue value) {
      boolean isRaw = name.equals("search") || name.equals("query");
      List<String> tests =
          value.members().stream()
              .map(each -> isRaw ? each.text() : name + "=" + Written.quoted(each.text()))
              .toList();
      return tests.size() == 1
          ? tests.get(0)
          : "( " + String.join(" " + valueSeparator + " ", tests) + " )";
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
    public FieldSet fieldsAfter(FieldSet before) {
      return FieldSet.of("search");
    }

    @Override
    public String describe() {
      return "format mvsep="
          + Written.quoted(valueSeparator)
          + " maxresults="
          + limit
          + " "
          + parts.stream().map(Written::quoted).collect(Collectors.joining(" "))
          + " emptystr="
          + Written.quoted(empty);
    }
  }
}
