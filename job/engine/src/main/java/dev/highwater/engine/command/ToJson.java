package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
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
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code tojson [auto(a*) num(b) ...] [default_type=] [fill_null=] [include_internal=]
 * [output_field=_raw]}: the fields of a row as a JSON object, in the order of their names. Rule
 * S-986.
 */
public final class ToJson implements SearchCommand {

  @Override
  public String name() {
    return "tojson";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String output = "_raw";
    boolean fillsNull = false;
    boolean hasInternal = false;
    JsonText usual = JsonText.AUTO;
    List<Selection> selections = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      Option option =
          arguments.tryOption("output_field", "fill_null", "include_internal", "default_type");
      if (option == null) {
        selections.add(selection(arguments));
        while (arguments.tryPunctuation(',')) {}
        continue;
      }
      switch (option.name()) {
        case "output_field" -> output = option.value().text();
        case "fill_null" -> fillsNull = arguments.bool(option.value());
        case "include_internal" -> hasInternal = arguments.bool(option.value());
        default -> usual = kind(arguments, option.value());
      }
    }
    return List.of(new ToJsonStage(output, fillsNull, hasInternal, usual, selections));
  }

  private static Selection selection(ArgumentReader arguments) {
    Word word = arguments.word("a field name, or a type such as num(field)");
    if (word.quoted() || !arguments.tryPunctuation('(')) {
      return new Selection(null, word.text());
    }
    JsonText kind = kind(arguments, word);
    String field = arguments.word("a field name").text();
    arguments.expectPunctuation(')');
    return new Selection(kind, field);
  }

  private static JsonText kind(ArgumentReader arguments, Word written) {
    for (JsonText kind : JsonText.values()) {
      if (kind.name().equalsIgnoreCase(written.text())) {
        return kind;
      }
    }
    throw arguments.error(
        written.span(),
        "unknown type '" + written.text() + "'",
        "The types are auto, bool, json, none, num and str");
  }

  /**
   * Fields to take.
   *
   * @param kind null for the usual one
   */
  private record Selection(@Nullable JsonText kind, String field) {

    boolean reaches(String name) {
      return FieldPatterns.isPattern(field)
          ? WildcardPattern.exact(field).matches(name)
          : field.equals(name);
    }

    String describe() {
      String name = Written.word(field);
      return " " + (kind == null ? name : kind.name().toLowerCase(Locale.ROOT) + "(" + name + ")");
    }
  }

  private record ToJsonStage(
      String output,
      boolean fillsNull,
      boolean hasInternal,
      JsonText usual,
      List<Selection> selections)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      List<String> members = new ArrayList<>();
      for (String name : new TreeSet<>(row.names())) {
        JsonText kind = kind(name);
        FieldValue value = row.get(name);
        String json = kind == null || value == null ? null : kind.of(value);
        if (json != null || (kind != null && fillsNull)) {
          members.add(JsonText.quoted(name) + ":" + json);
        }
      }
      row.set(output, FieldValue.of("{" + String.join(",", members) + "}"));
      return true;
    }

    /** How a field is written, null when it is none to be written. */
    private @Nullable JsonText kind(String name) {
      for (Selection selection : selections) {
        if (selection.reaches(name)) {
          return selection.kind() == null ? usual : selection.kind();
        }
      }
      return selections.isEmpty() && (hasInternal || !name.startsWith("_")) ? usual : null;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(output) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(output));
    }

    @Override
    public String describe() {
      return "tojson"
          + selections.stream().map(Selection::describe).collect(Collectors.joining())
          + " default_type="
          + usual.name().toLowerCase(Locale.ROOT)
          + " fill_null="
          + fillsNull
          + " include_internal="
          + hasInternal
          + " output_field="
          + Written.word(output);
    }
  }
}
