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
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code return [N] [alias=]field $field}: one row whose field {@code search} is an expression for
 * the first N rows, one unless N is given; {@code $field} is its bare value. Rule S-051.
 */
public final class Return implements SearchCommand {

  @Override
  public String name() {
    return "return";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    int count = 1;
    if (WholeNumber.isSpelledBy(arguments.here().text())) {
      count = (int) arguments.positiveInteger("the number of rows");
    }
    List<Item> items = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      items.add(item(arguments));
      while (arguments.tryPunctuation(',')) {}
    }
    if (items.isEmpty()) {
      throw arguments.error(arguments.here(), "return needs the name of a field");
    }
    return List.of(new ReturnStage(count, items));
  }

  private static Item item(ArgumentReader arguments) {
    Word word = arguments.word("a field name");
    if (!word.quoted() && word.text().startsWith("$") && word.text().length() > 1) {
      return new Item(null, word.text().substring(1));
    }
    return arguments.tryPunctuation('=')
        ? new Item(word.text(), arguments.word("the field for '" + word.text() + "'").text())
        : new Item(word.text(), word.text());
  }

  /**
   * One thing to return.
   *
   * @param name the field that the search is to test, null for the bare value
   */
  private record Item(@Nullable String name, String field) {

    @Nullable String text(Row row) {
      FieldValue value = row.get(field);
      if (value == null) {
        return null;
      }
      return value.members().stream()
          .map(each -> name == null ? each.text() : name + "=" + Written.quoted(each.text()))
          .collect(Collectors.joining(" OR "));
    }

    String describe() {
      return name == null
          ? "$" + field
          : name.equals(field)
              ? Written.word(field)
              : Written.word(name) + "=" + Written.word(field);
    }
  }

  private record ReturnStage(int count, List<Item> items) implements WholeResultStage {

    @Override
    public CommandType type() {
      return CommandType.TRANSFORMING;
    }

    @Override
    public List<Row> result(List<Row> rows, RunContext run) {
      List<String> conditions = new ArrayList<>();
      for (Row row : rows.subList(0, Math.min(count, rows.size()))) {
        String condition =
            items.stream()
                .map(item -> item.text(row))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (!condition.isEmpty()) {
          conditions.add(isBare() ? condition : "(" + condition + ")");
        }
      }
      return conditions.isEmpty()
          ? List.of()
          : List.of(new Row().set("search", FieldValue.of(String.join(" OR ", conditions))));
    }

    private boolean isBare() {
      return items.stream().allMatch(item -> item.name() == null);
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.of(items.stream().map(Item::field).collect(Collectors.toSet()));
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public String describe() {
      return "return "
          + count
          + " "
          + items.stream().map(Item::describe).collect(Collectors.joining(", "));
    }
  }
}
