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
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code rangemap field=x low=0-9 high=10-99 [default=None]}: the names of the ranges that a number
 * lies in, in the field {@code range}. Rule S-987.
 */
public final class RangeMap implements SearchCommand {

  @Override
  public String name() {
    return "rangemap";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String field = null;
    String otherwise = "None";
    List<Range> ranges = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("field", "default");
      if (option == null) {
        ranges.add(range(arguments));
        while (arguments.tryPunctuation(',')) {}
      } else if (option.name().equals("field")) {
        field = option.value().text();
      } else {
        otherwise = option.value().text();
      }
    }
    if (field == null) {
      throw arguments.error(arguments.here(), "rangemap needs field=");
    }
    return List.of(new RangeMapStage(field, ranges, otherwise));
  }

  private static final Pattern BOUNDS =
      Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)-(-?[0-9]+(?:\\.[0-9]+)?)");

  private static Range range(ArgumentReader arguments) {
    Word name = arguments.word("the name of a range");
    arguments.expectPunctuation('=');
    Word bounds = arguments.word("a range such as 1-9");
    Matcher matcher = BOUNDS.matcher(bounds.text());
    if (!matcher.matches()) {
      throw arguments.error(
          bounds.span(), "'" + bounds.text() + "' is no range", "Write two numbers: 1-9");
    }
    return new Range(
        name.text(),
        bounds.text(),
        Double.parseDouble(matcher.group(1)),
        Double.parseDouble(matcher.group(2)));
  }

  /** A named range, both ends in it. */
  private record Range(String name, String written, double low, double high) {

    boolean holds(double number) {
      return low <= number && number <= high;
    }

    String describe() {
      return Written.word(name) + "=" + written;
    }
  }

  private record RangeMapStage(String field, List<Range> ranges, String otherwise)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      double number = value == null ? Double.NaN : value.number();
      FieldValue names =
          MultiValue.of(
              ranges.stream()
                  .filter(range -> range.holds(number))
                  .map(range -> FieldValue.of(range.name()))
                  .toList());
      row.set("range", names == null ? FieldValue.of(otherwise) : names);
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals("range") ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of("range"));
    }

    @Override
    public String describe() {
      return "rangemap field="
          + Written.word(field)
          + " "
          + ranges.stream().map(Range::describe).collect(Collectors.joining(" "))
          + " default="
          + Written.quoted(otherwise);
    }
  }
}
