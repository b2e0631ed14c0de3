package dev.highwater.engine.cim;

import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupMatcher;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one calculation of a data model's file: Eval, Rex or Lookup (S-500, S-1064, S-1065). */
final class CalculationReader {

  private final JsonTree calculation;
  private final List<JsonTree> outputs;
  private final SourceSpan expression;
  private final FixedLookups lookups;

  /**
   * @param dataset its path, for messages
   * @param expanded makes a source of a place and a text, macros expanded
   */
  CalculationReader(
      String dataset,
      JsonTree calculation,
      BiFunction<String, String, SplSource> expanded,
      FixedLookups lookups) {
    this.calculation = calculation;
    this.outputs = calculation.objects("outputFields");
    String place = dataset + "." + String.join(",", DatasetReader.fieldNames(outputs));
    String text = Objects.toString(calculation.text("expression"), "");
    SplSource source = expanded.apply(place, text);
    this.expression = new SourceSpan(source, 0, source.text().length());
    this.lookups = lookups;
  }

  /** {@code field = expression, ...}: what stands behind {@code eval}. */
  static List<Calculation> assignments(ArgumentReader arguments) {
    List<Calculation> calculations = new ArrayList<>();
    do {
      String field = arguments.word("the field to set").text();
      arguments.expectPunctuation('=');
      calculations.add(eval(field, arguments.expression()));
    } while (arguments.tryPunctuation(','));
    arguments.expectEnd();
    return calculations;
  }

  private static Calculation eval(String field, Expression expression) {
    return new EvalCalculation(
        field, expression, ExpressionCompiler.outsideOfSearches().compile(expression));
  }

  /**
   * One for each field that it writes.
   *
   * @throws SplException for what cannot be used
   */
  List<Calculation> read() {
    String type = calculation.requiredText("calculationType");
    return switch (type) {
      case "Eval" -> evals();
      case "Rex" -> groups(calculation.requiredText("inputField"), pattern());
      case "Lookup" -> columns();
      default -> throw unsupported("a calculation of type " + type + " is not supported");
    };
  }

  private List<Calculation> evals() {
    if (outputs.size() != 1) {
      throw unsupported("an eval that writes " + outputs.size() + " fields is not supported");
    }
    String field = outputs.get(0).requiredText("fieldName");
    return List.of(eval(field, ExpressionParser.parse(expression)));
  }

  private PcrePattern pattern() {
    try {
      return PcrePattern.compile(expression.text());
    } catch (IllegalArgumentException e) {
      throw new SplException(Diagnostic.error(expression, String.valueOf(e.getMessage())));
    }
  }

  private List<Calculation> groups(String input, PcrePattern pattern) {
    List<Calculation> calculations = new ArrayList<>();
    for (String field : DatasetReader.fieldNames(outputs)) {
      Integer group = pattern.groups().get(field);
      if (group == null) {
        throw new SplException(
            Diagnostic.error(expression, "the regular expression has no group '" + field + "'"));
      }
      calculations.add(new RexCalculation(field, input, pattern, group));
    }
    return calculations;
  }

  private List<Calculation> columns() {
    String lookup = calculation.requiredText("lookupName");
    List<JsonTree> keys = calculation.objects("lookupInputs");
    List<JsonTree> inputs = keys.isEmpty() ? List.of(calculation) : keys;
    List<String> fields = inputs.stream().map(key -> key.requiredText("inputField")).toList();
    LookupMatcher matcher =
        matcher(lookup, inputs.stream().map(key -> key.requiredText("lookupField")).toList());
    List<Calculation> calculations = new ArrayList<>();
    for (JsonTree output : outputs) {
      calculations.add(
          new LookupCalculation(
              output.requiredText("fieldName"),
              lookup,
              fields,
              matcher,
              output.requiredText("lookupOutputFieldName")));
    }
    return calculations;
  }

  private @Nullable LookupMatcher matcher(String lookup, List<String> columns) {
    LookupDefinition definition = lookups.definition(lookup);
    return definition == null
        ? null
        : new LookupMatcher(definition, lookups.contents(definition), columns);
  }

  private SplException unsupported(String message) {
    return new SplException(Diagnostic.unsupported(expression, message));
  }
}
