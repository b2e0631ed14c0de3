package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.event.TimeFormat;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code convert [timeformat="..."] ctime(field) [AS name]}: epoch seconds to text, in the search's
 * zone. A value that is no number, and a field that is missing, are left alone. Rule S-332.
 */
public final class Convert implements SearchCommand {

  private static final TimeFormat DEFAULT_FORMAT = TimeFormat.of("%m/%d/%Y %H:%M:%S");

  private static final Set<String> KNOWN =
      Set.of(
          "auto", "ctime", "dur2sec", "memk", "mktime", "mstime", "none", "num", "rmcomma",
          "rmunit");

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    TimeFormat format = DEFAULT_FORMAT;
    List<Conversion> conversions = new ArrayList<>();
    while (!arguments.isAtEnd() || conversions.isEmpty()) {
      Option option = arguments.tryOption("timeformat");
      if (option != null) {
        format = TimeFormat.of(option.value().text());
      } else {
        conversions.add(conversion(arguments));
        while (arguments.tryPunctuation(',')) {}
      }
    }
    return List.of(new ConvertStage(format, conversions));
  }

  private static Conversion conversion(ArgumentReader arguments) {
    Word function = arguments.word("a conversion such as ctime");
    String key = function.text().toLowerCase(Locale.ROOT);
    if (!key.equals("ctime")) {
      throw KNOWN.contains(key)
          ? new SplException(
              Diagnostic.unsupported(function.span(), "convert " + key + "() is not supported"))
          : arguments.error(
              function.span(),
              "unknown conversion '" + function.text() + "'",
              "Write ctime(field)");
    }
    arguments.expectPunctuation('(');
    Word field = arguments.word("a field name");
    arguments.expectPunctuation(')');
    String target =
        arguments.tryKeyword("as")
            ? arguments.word("the name for the converted " + field.text()).text()
            : field.text();
    return new Conversion(field.text(), target);
  }

  private record Conversion(String field, String target) {

    void apply(Row row, TimeFormat format, RunContext run) {
      FieldValue value = row.get(field);
      if (value != null) {
        row.set(
            target,
            MultiValue.of(value.members().stream().map(v -> ctime(v, format, run)).toList()));
      }
    }

    private static FieldValue ctime(FieldValue value, TimeFormat format, RunContext run) {
      double seconds = value.number();
      return Double.isNaN(seconds)
          ? value
          : FieldValue.of(format.format(millis(seconds), run.zone()));
    }

    /** Cut, not rounded; by way of microseconds, as 1.001 * 1000 is less than 1001 in binary. */
    private static long millis(double seconds) {
      return Math.floorDiv(Math.round(seconds * 1e6), 1000L);
    }

    String describe() {
      return "ctime(" + field + ")" + (target.equals(field) ? "" : " AS " + target);
    }
  }

  private record ConvertStage(TimeFormat format, List<Conversion> conversions) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(
          FieldSet.of(conversions.stream().map(Conversion::field).collect(Collectors.toSet())));
    }

    @Override
    public @Nullable String carries(String name) {
      return conversions.stream().anyMatch(c -> c.target().equals(name)) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(
          FieldSet.of(conversions.stream().map(Conversion::target).collect(Collectors.toSet())));
    }

    @Override
    public String describe() {
      return "convert timeformat=\""
          + format
          + "\" "
          + conversions.stream().map(Conversion::describe).collect(Collectors.joining(" "));
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new EachRow(
          downstream,
          row -> {
            conversions.forEach(conversion -> conversion.apply(row, format, run));
            return true;
          });
    }
  }
}
