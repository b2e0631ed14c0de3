package dev.highwater.engine.compile;

import dev.highwater.engine.aggregation.Aggregations;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunFilter;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.plan.SearchPlanner;
import dev.highwater.engine.plan.ValueGrowth;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the commands of one pipeline ask while it is compiled. */
final class CompileContext implements PlanContext {

  /** Aggregates that have a number in their names. */
  private static final Set<String> PERCENTILES = Set.of("perc", "p", "exactperc", "upperperc");

  private final SearchCompiler compiler;
  private final SearchCatalog catalog;
  private final ExpressionCompiler expressions;
  private final List<Diagnostic> diagnostics;
  private boolean isFirst;
  private RowFields fields = RowFields.UNKNOWN;

  CompileContext(SearchCompiler compiler, SearchCatalog catalog, List<Diagnostic> diagnostics) {
    this.compiler = compiler;
    this.catalog = catalog;
    this.expressions = compiler.expressions(this);
    this.diagnostics = diagnostics;
  }

  /**
   * Turns to the next command.
   *
   * @param before the fields that it may find
   */
  void startCommand(boolean first, RowFields before) {
    isFirst = first;
    fields = before;
  }

  @Override
  public boolean isFirst() {
    return isFirst;
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
  public RunFilter filter(SearchExpression expression) {
    Map<SearchExpression.Subsearch, LogicalPlan> plans = new LinkedHashMap<>();
    planSubsearches(expression, plans);
    return plans.isEmpty()
        ? new FixedFilter(expression, predicate(expression))
        : new SubsearchFilter(expression, plans);
  }

  private void planSubsearches(
      SearchExpression expression, Map<SearchExpression.Subsearch, LogicalPlan> plans) {
    if (expression instanceof SearchExpression.And and) {
      and.operands().forEach(each -> planSubsearches(each, plans));
    } else if (expression instanceof SearchExpression.Or or) {
      or.operands().forEach(each -> planSubsearches(each, plans));
    } else if (expression instanceof SearchExpression.Not not) {
      planSubsearches(not.operand(), plans);
    } else if (expression instanceof SearchExpression.Subsearch subsearch) {
      plans.put(subsearch, subsearch(subsearch.pipeline()));
    }
  }

  @Override
  public LogicalPlan subsearch(Pipeline pipeline) {
    return new LogicalPlan(compiler.stages(pipeline, true, diagnostics));
  }

  @Override
  public LogicalPlan continuation(Pipeline pipeline) {
    return new LogicalPlan(compiler.stages(pipeline, false, diagnostics));
  }

  @Override
  public SplSource expanded(SplSource search) {
    return new MacroExpander(catalog).expand(search);
  }

  @Override
  public SearchPlanner planner() {
    return text -> compiler.plan(text, true);
  }

  @Override
  public SearchPlanner continuations() {
    return text -> compiler.plan(text, false);
  }

  @Override
  public Evaluator evaluator(Expression expression) {
    ExpressionWarnings.add(expression, expressions::isNumber, fields, diagnostics);
    return expressions.compile(expression);
  }

  @Override
  public boolean isCondition(Expression expression) {
    return expressions.isCondition(expression);
  }

  @Override
  public FieldSet reads(Expression expression) {
    return expressions.fieldUse().reads(expression);
  }

  @Override
  public boolean needsRun(Expression expression) {
    return expressions.fieldUse().needsRun(expression);
  }

  @Override
  public FieldSet expects(Expression expression) {
    return expressions.fieldUse().expects(expression);
  }

  @Override
  public boolean isNeverNegative(Expression expression) {
    return expressions.isNeverNegative(expression);
  }

  @Override
  public ValueGrowth growth(Expression expression) {
    return expressions.growth(expression);
  }

  @Override
  public ValueGrowth growth(SearchExpression expression) {
    return row -> new FilterGrowth(row).of(expression);
  }

  @Override
  public @Nullable LookupDefinition lookup(String name) {
    return catalog.lookup(name);
  }

  @Override
  public Aggregation aggregation(String name, SourceSpan span) {
    String key = name.toLowerCase(Locale.ROOT);
    Aggregation aggregation = Aggregations.find(key);
    if (aggregation != null) {
      return aggregation;
    }
    if (Aggregations.isUnsupported(key)) {
      throw new SplException(
          Diagnostic.unsupported(span, "the aggregate function '" + key + "' is not supported"));
    }
    Diagnostic unknown = Diagnostic.error(span, "unknown aggregate function '" + name + "'");
    if (PERCENTILES.contains(key)) {
      throw new SplException(unknown.withHint("Write " + key + "95 for the 95th percentile"));
    }
    String nearest = DidYouMean.nearest(key, Aggregations.byName().keySet());
    throw new SplException(
        nearest == null ? unknown : unknown.withHint("Did you mean '" + nearest + "'?"));
  }

  @Override
  public void warn(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }
}
