package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code outlier [action=rm|tf] [param=2.5] [uselower=f] [mark=f] [fields]}: removes rows with
 * numbers far from the others, or moves the numbers to the limit. Rule S-1004.
 */
public final class Outlier implements SearchCommand {

  @Override
  public String name() {
    return "outlier";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Settings settings = new Settings(false, 2.5, false, false);
    List<String> fields = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      if (arguments.tryPunctuation(',')) {
        continue;
      }
      Option option = arguments.tryOption("type", "action", "param", "uselower", "mark");
      if (option != null) {
        settings = with(settings, option, arguments);
      } else if (arguments.peekOption()) {
        throw arguments.error(
            arguments.here(), "unknown option '" + arguments.here().text() + "' of outlier");
      } else {
        fields.add(arguments.fieldName("a field").text());
      }
    }
    return List.of(new OutlierStage(settings, fields));
  }

  private static Settings with(Settings settings, Option option, ArgumentReader arguments) {
    Word value = option.value();
    return switch (option.name()) {
      case "action" ->
          new Settings(
              removes(value, arguments), settings.factor(), settings.usesLower(), settings.marks());
      case "param" -> {
        double factor = FieldValue.of(value.text()).number();
        if (!Double.isFinite(factor)) {
          throw arguments.error(value.span(), "param must be a number, not '" + value.text() + "'");
        }
        yield new Settings(settings.removes(), factor, settings.usesLower(), settings.marks());
      }
      case "uselower" ->
          new Settings(
              settings.removes(), settings.factor(), arguments.bool(value), settings.marks());
      case "mark" ->
          new Settings(
              settings.removes(), settings.factor(), settings.usesLower(), arguments.bool(value));
      default -> {
        if (!value.text().equalsIgnoreCase("iqr")) {
          throw arguments.error(value.span(), "outlier knows type=iqr only");
        }
        yield settings;
      }
    };
  }

  private static boolean removes(Word action, ArgumentReader arguments) {
    return switch (action.text().toLowerCase(Locale.ROOT)) {
      case "rm", "remove" -> true;
      case "tf", "transform" -> false;
      default ->
          throw arguments.error(
              action.span(), "action must be remove or transform, not '" + action.text() + "'");
    };
  }

  private record Settings(boolean removes, double factor, boolean usesLower, boolean marks) {}

  private record Limits(double least, double most) {}

  private record OutlierStage(Settings settings, List<String> fields) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DATASET_PROCESSING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return fields.isEmpty() ? FieldSet.ALL : wanted.and(FieldSet.of(Set.copyOf(fields)));
    }

    @Override
    public @Nullable String carries(String name) {
      return settings.removes() || !(fields.isEmpty() || fields.contains(name)) ? name : null;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public String describe() {
      return "outlier action="
          + (settings.removes() ? "remove" : "transform")
          + " param="
          + FieldValue.of(settings.factor()).text()
          + " uselower="
          + settings.usesLower()
          + " mark="
          + settings.marks()
          + (fields.isEmpty() ? "" : " " + Written.words(fields));
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      List<Row> rows = new ArrayList<>();
      return new RowSink() {
        @Override
        public void accept(Row row) {
          rows.add(row);
        }

        @Override
        public void finish() {
          Map<String, Limits> limits = limits(rows);
          for (Row row : rows) {
            if (isKept(row, limits)) {
              downstream.accept(row);
            }
          }
          downstream.finish();
        }
      };
    }

    private Map<String, Limits> limits(List<Row> rows) {
      Set<String> names = new LinkedHashSet<>(fields);
      if (fields.isEmpty()) {
        rows.forEach(row -> names.addAll(row.names()));
      }
      Map<String, Limits> limits = new LinkedHashMap<>();
      for (String name : names) {
        double[] values =
            rows.stream()
                .mapToDouble(row -> number(row, name))
                .filter(n -> !Double.isNaN(n))
                .toArray();
        if (values.length > 0) {
          Quartiles quartiles = Quartiles.of(values);
          double distance = settings.factor() * quartiles.range();
          double least =
              settings.usesLower() ? quartiles.lower() - distance : Double.NEGATIVE_INFINITY;
          limits.put(name, new Limits(least, quartiles.upper() + distance));
        }
      }
      return limits;
    }

    private static double number(Row row, String name) {
      FieldValue value = row.get(name);
      return value == null ? Double.NaN : value.number();
    }

    /** Moves the row's numbers to the limits; false when the row goes instead. */
    private boolean isKept(Row row, Map<String, Limits> limits) {
      for (Map.Entry<String, Limits> limit : limits.entrySet()) {
        double value = number(row, limit.getKey());
        double inside =
            Math.min(Math.max(value, limit.getValue().least()), limit.getValue().most());
        if (value != inside && !Double.isNaN(value)) {
          if (settings.removes()) {
            return false;
          }
          FieldValue moved = FieldValue.of(inside);
          row.set(limit.getKey(), settings.marks() ? FieldValue.of("000" + moved.text()) : moved);
        }
      }
      return true;
    }
  }
}
