package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.event.TimeFormat;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code convert [timeformat="..."] ctime(field) [AS name] num(x*) none(y)}: other forms of values,
 * where a field has one. Wildcards take the fields that a row has. Rules S-332, S-983.
 */
public final class Convert implements SearchCommand {

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    TimeFormat format = DEFAULT_FORMAT;
    List<Step> steps = new ArrayList<>();
    while (!arguments.isAtEnd() || steps.isEmpty()) {
      Option option = arguments.tryOption("timeformat");
      if (option != null) {
        format = TimeFormat.of(option.value().text());
      } else {
        steps.add(step(arguments));
        while (arguments.tryPunctuation(',')) {}
      }
    }
    return List.of(new ConvertStage(format, steps));
  }

  private static final TimeFormat DEFAULT_FORMAT = TimeFormat.of("%m/%d/%Y %H:%M:%S");

  private static Step step(ArgumentReader arguments) {
    Word function = arguments.word("a conversion such as ctime");
    Conversion conversion = conversion(arguments, function);
    arguments.expectPunctuation('(');
    String field = arguments.word("a field name").text();
    arguments.expectPunctuation(')');
    if (!arguments.tryKeyword("as")) {
      return new Step(conversion, field, field);
    }
    Word target = arguments.word("the name for the converted " + field);
    if (FieldPatterns.isPattern(field)) {
      throw arguments.error(target.span(), "converted fields of a wildcard keep their names");
    }
    return new Step(conversion, field, target.text());
  }

  private static Conversion conversion(ArgumentReader arguments, Word function) {
    String key = function.text().toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>();
    for (Conversion conversion : Conversion.values()) {
      known.add(conversion.name().toLowerCase(Locale.ROOT));
      if (conversion.name().equalsIgnoreCase(key)) {
        return conversion;
      }
    }
    String nearest = DidYouMean.nearest(key, known);
    throw arguments.error(
        function.span(),
        "unknown conversion '" + function.text() + "'",
        nearest == null ? "Write ctime(field)" : "Did you mean '" + nearest + "'?");
  }

  /** One conversion, of a field or of those that a wildcard reaches. */
  private record Step(Conversion conversion, String field, String target) {

    boolean isPattern() {
      return FieldPatterns.isPattern(field);
    }

    boolean reaches(String name) {
      return isPattern() ? WildcardPattern.exact(field).matches(name) : field.equals(name);
    }

    void apply(Row row, String name, String result, TimeFormat format, RunContext run) {
      FieldValue value = row.get(name);
      if (value != null) {
        row.set(
            result,
            MultiValue.of(
                value.members().stream()
                    .map(member -> conversion.apply(member, format, run))
                    .filter(Objects::nonNull)
                    .toList()));
      }
    }

    String describe() {
      return conversion.name().toLowerCase(Locale.ROOT)
          + "("
          + Written.word(field)
          + ")"
          + (target.equals(field) ? "" : " AS " + Written.word(target));
    }
  }

  private record ConvertStage(TimeFormat format, List<Step> steps) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      for (Step step : steps) {
        if (!step.isPattern()) {
          step.apply(row, step.field(), step.target(), format, run);
          continue;
        }
        for (String name : List.copyOf(row.names())) {
          if (step.reaches(name) && !isExempt(name)) {
            step.apply(row, name, name, format, run);
          }
        }
      }
      return true;
    }

    private boolean isExempt(String name) {
      return steps.stream()
          .anyMatch(step -> step.conversion() == Conversion.NONE && step.reaches(name));
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(
          FieldSet.of(
              steps.stream()
                  .filter(step -> !step.isPattern())
                  .map(Step::field)
                  .collect(Collectors.toSet())));
    }

    /** What an earlier step gives need not be there before. */
    @Override
    public FieldSet expects() {
      Set<String> expected = new TreeSet<>();
      Set<String> given = new TreeSet<>();
      for (Step step : steps) {
        if (!step.isPattern() && !given.contains(step.field())) {
          expected.add(step.field());
        }
        given.add(step.target());
      }
      return FieldSet.of(expected);
    }

    @Override
    public @Nullable String carries(String name) {
      for (Step step : steps) {
        boolean isTarget = step.isPattern() ? step.reaches(name) : step.target().equals(name);
        if (step.conversion() != Conversion.NONE && isTarget) {
          return null;
        }
      }
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      FieldSet after = before;
      for (Step step : steps) {
        if (!step.isPattern() && after.has(step.field())) {
          after = after.and(FieldSet.of(step.target()));
        }
      }
      return after;
    }

    @Override
    public String describe() {
      return "convert timeformat="
          + Written.quoted(format.toString())
          + " "
          + steps.stream().map(Step::describe).collect(Collectors.joining(" "));
    }
  }
}
