package dev.highwater.engine.compile;

import dev.highwater.engine.aggregation.Aggregations;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the commands of one search ask while it is compiled. */
final class CompileContext implements PlanContext {

  /** Aggregate functions that the language has and that are not in the list. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "avg",
          "dc",
          "distinct_count",
          "earliest",
          "earliest_time",
          "estdc",
          "estdc_error",
          "first",
          "last",
          "latest",
          "latest_time",
          "list",
          "mean",
          "median",
          "mode",
          "per_day",
          "per_hour",
          "per_minute",
          "per_second",
          "range",
          "rate",
          "rate_avg",
          "rate_sum",
          "stdev",
          "stdevp",
          "sum",
          "sumsq",
          "values",
          "var",
          "varp");

  private final SearchCatalog catalog;
  private final Map<String, Aggregation> aggregations;
  private final ExpressionCompiler expressions;
  private final List<Diagnostic> diagnostics;

  CompileContext(
      SearchCatalog catalog,
      Map<String, Aggregation> aggregations,
      Map<String, EvalFunction> functions,
      List<Diagnostic> diagnostics) {
    this.catalog = catalog;
    this.aggregations = aggregations;
    this.expressions = new ExpressionCompiler(functions);
    this.diagnostics = diagnostics;
  }

  @Override
  public SearchCatalog catalog() {
    return catalog;
  }

  @Override
  public RowPredicate predicate(SearchExpression expression) {
    return SearchExpressionCompiler.compile(expression);
  }

  @Override
  public Evaluator evaluator(Expression expression) {
    return expressions.compile(expression);
  }

  @Override
  public boolean isCondition(Expression expression) {
    return expressions.isCondition(expression);
  }

  @Override
  public Aggregation aggregation(String name, SourceSpan span) {
    String key = Aggregations.key(name.toLowerCase(Locale.ROOT));
    Aggregation aggregation = aggregations.get(key);
    if (aggregation != null) {
      return aggregation;
    }
    if (UNSUPPORTED.contains(key) || key.matches("(exact|upper)?p(erc)?\\d+(\\.\\d+)?")) {
      throw new SplException(
          Diagnostic.unsupported(span, "the aggregate function '" + key + "' is not supported"));
    }
    Diagnostic unknown = Diagnostic.error(span, "unknown aggregate function '" + name + "'");
    String nearest = DidYouMean.nearest(key, aggregations.keySet());
    throw new SplException(
        nearest == null ? unknown : unknown.withHint("Did you mean '" + nearest + "'?"));
  }

  @Override
  public void warn(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }
}
