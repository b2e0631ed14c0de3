package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code lookup table column [AS field] ... [OUTPUT|OUTPUTNEW column [AS field] ...]}: adds columns
 * of the rows of a lookup whose other columns match. Rules S-350..S-354.
 */
public final class Lookup implements SearchCommand {

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    options(arguments);
    SourceSpan name = arguments.here();
    LookupReference lookup = LookupReference.toMatch(arguments, context);
    List<LookupStage.Pair> keys = pairs(arguments, lookup, context);
    if (keys.isEmpty()) {
      throw arguments.error(
          arguments.here(), "expected a column of the lookup '" + lookup.written() + "'");
    }
    checkInput(name, keys, lookup);
    boolean isNew = arguments.tryKeyword("outputnew");
    boolean isGiven = isNew || arguments.tryKeyword("output");
    List<LookupStage.Pair> outputs =
        isGiven ? pairs(arguments, lookup, context) : List.<LookupStage.Pair>of();
    arguments.expectEnd();
    return List.of(new LookupStage(lookup, keys, outputs, isNew));
  }

  private static void checkInput(
      SourceSpan name, List<LookupStage.Pair> keys, LookupReference lookup) {
    CalculatedLookup calculation = lookup.calculation();
    if (calculation != null
        && !(keys.size() == 1 && keys.get(0).column().equals(calculation.input()))) {
      throw new SplException(
          Diagnostic.error(name, "'" + lookup.written() + "' is looked up by one column")
              .withHint("Write lookup " + lookup.written() + " " + calculation.input() + " AS ...")
              .withRule("S-1250"));
    }
  }

  private static void options(ArgumentReader arguments) {
    for (Option option = arguments.tryOption("local", "update");
        option != null;
        option = arguments.tryOption("local", "update")) {
      arguments.bool(option.value());
    }
    Option time = arguments.tryOption("event_time_field");
    if (time != null) {
      throw new SplException(
          Diagnostic.unsupported(time.nameSpan(), "a lookup by time is not supported"));
    }
    if (arguments.peekOption()) {
      throw arguments.error(
          arguments.here(),
          "unknown option '" + arguments.here().text() + "' of lookup",
          "There are local= and update=");
    }
  }

  private static List<LookupStage.Pair> pairs(
      ArgumentReader arguments, LookupReference lookup, PlanContext context) {
    List<LookupStage.Pair> pairs = new ArrayList<>();
    while (arguments.tryPunctuation(',')) {}
    while (!arguments.isAtEnd()
        && !arguments.peekKeyword("output")
        && !arguments.peekKeyword("outputnew")) {
      Word column = arguments.fieldName("a column of the lookup");
      checkColumn(column, lookup, context);
      String field =
          arguments.tryKeyword("as")
              ? arguments.fieldName("the field for '" + column.text() + "'").text()
              : column.text();
      pairs.add(new LookupStage.Pair(column.text(), field));
      while (arguments.tryPunctuation(',')) {}
    }
    return pairs;
  }

  private static void checkColumn(Word column, LookupReference lookup, PlanContext context) {
    List<String> known = lookup.definition().fields();
    if (!known.isEmpty() && !known.contains(column.text())) {
      context.warn(
          Diagnostic.warning(
                  column.span(),
                  "lookup '" + lookup.written() + "' has no column '" + column.text() + "'")
              .withRule("S-350"));
    }
  }
}
