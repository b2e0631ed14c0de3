package dev.highwater.engine.cim;

import dev.highwater.engine.cim.Dataset.Calculation;
import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.compile.MacroExpander;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplParser;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data model in Splunk's JSON form: constraints, inheritance, calculations in order, base
 * searches (S-500).
 */
final class DataModelReader {

  private final String file;
  private final MacroExpander macros;
  private final ExpressionCompiler expressions = ExpressionCompiler.outsideOfSearches();
  private final Map<String, Dataset> datasets = new LinkedHashMap<>();

  DataModelReader(String file, MacroLibrary macros) {
    this.file = file;
    this.macros = new MacroExpander(macros);
  }

  /**
   * The datasets of a model by name, parents before their children.
   *
   * @throws IllegalArgumentException for text that is no data model
   * @throws SplException for a search or expression in it that cannot be used
   */
  Map<String, Dataset> read(String text) {
    JsonTree model = JsonTree.parse(file, text);
    String name = required(model, "modelName");
    for (JsonTree object : model.objects("objects")) {
      Dataset dataset = dataset(name, object);
      datasets.put(dataset.name(), dataset);
    }
    return datasets;
  }

  private String required(JsonTree object, String member) {
    String value = object.text(member);
    if (value == null) {
      throw new IllegalArgumentException(file + ": missing \"" + member + "\"");
    }
    return value;
  }

  private Dataset dataset(String model, JsonTree object) {
    String name = required(object, "objectName");
    Dataset parent = datasets.get(required(object, "parentName"));
    List<SearchExpression> constraints = new ArrayList<>();
    Set<String> fields = new LinkedHashSet<>();
    List<Calculation> calculations = new ArrayList<>();
    if (parent != null) {
      constraints.add(parent.constraint());
      fields.addAll(parent.fields());
      calculations.addAll(parent.calculations());
    }
    String base = object.text("baseSearch");
    if (base != null) {
      constraints.add(baseSearch(name, base, calculations));
    }
    for (JsonTree constraint : object.objects("constraints")) {
      constraints.add(constraint(name, required(constraint, "search")));
    }
    object.objects("fields").forEach(field -> fields.add(required(field, "fieldName")));
    for (JsonTree calculation : object.objects("calculations")) {
      Calculation read = calculation(name, calculation);
      calculations.add(read);
      fields.add(read.field());
    }
    SourceSpan span = constraints.get(0).span();
    return new Dataset(
        model,
        name,
        parent == null ? name : parent.root(),
        new SearchExpression.And(span, constraints),
        fields,
        calculations);
  }

  private SplSource expanded(String place, String text) {
    return macros.expand(SplSources.of(file + " (" + place + ")", text));
  }

  private SearchExpression constraint(String dataset, String search) {
    Pipeline pipeline = SplParser.parse(expanded(dataset, search));
    return new ArgumentReader(pipeline.calls().get(0)).searchExpression();
  }

  /**
   * A root that is a search of its own: its filter is the constraint, its evals run before the
   * calculations.
   */
  private SearchExpression baseSearch(String dataset, String text, List<Calculation> calculations) {
    Pipeline pipeline = SplParser.parse(expanded(dataset, text));
    for (CommandCall call : pipeline.calls().subList(1, pipeline.calls().size())) {
      if (!call.name().equals("eval")) {
        throw new SplException(
            Diagnostic.unsupported(
                call.nameSpan(),
                "a base search with the command " + call.name() + " is not supported"));
      }
      assignments(new ArgumentReader(call), calculations);
    }
    return new ArgumentReader(pipeline.calls().get(0)).searchExpression();
  }

  private void assignments(ArgumentReader arguments, List<Calculation> calculations) {
    do {
      String field = arguments.word("the field to set").text();
      arguments.expectPunctuation('=');
      Expression expression = arguments.expression();
      calculations.add(new Calculation(field, expression, expressions.compile(expression)));
    } while (arguments.tryPunctuation(','));
    arguments.expectEnd();
  }

  private Calculation calculation(String dataset, JsonTree calculation) {
    String type = required(calculation, "calculationType");
    JsonTree output = firstOf(calculation.objects("outputFields"));
    String field = output == null ? null : output.text("fieldName");
    SplSource source =
        expanded(dataset + "." + field, Objects.toString(calculation.text("expression"), ""));
    SourceSpan span = new SourceSpan(source, 0, source.text().length());
    if (!type.equals("Eval") || field == null) {
      throw new SplException(
          Diagnostic.unsupported(span, "a calculation of type " + type + " is not supported"));
    }
    Expression expression = ExpressionParser.parse(span);
    return new Calculation(field, expression, expressions.compile(expression));
  }

  private static @Nullable JsonTree firstOf(List<JsonTree> objects) {
    return objects.isEmpty() ? null : objects.get(0);
  }
}
