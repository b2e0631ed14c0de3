package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.RunFilter;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SearchExpressionPrinter;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SearchValue.Directive;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A search expression in which subsearches stand for the rows that they give (S-050, S-051). */
final class SubsearchFilter implements RunFilter {

  private final SearchExpression expression;
  private final Map<SearchExpression.Subsearch, LogicalPlan> plans;
  private final SearchExpression weakenedExpression;
  private final RowPredicate weakened;

  /**
   * @param plans of all subsearches in the expression, in the order of the text
   */
  SubsearchFilter(SearchExpression expression, Map<SearchExpression.Subsearch, LogicalPlan> plans) {
    this.expression = expression;
    this.plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
    this.weakenedExpression = weakened(expression);
    this.weakened = SearchExpressionCompiler.compile(weakenedExpression);
  }

  @Override
  public SearchExpression weakened() {
    return weakenedExpression;
  }

  @Override
  public List<LogicalPlan> subsearches() {
    return List.copyOf(plans.values());
  }

  @Override
  public String describe(TimeBounds bounds) {
    return SearchExpressionPrinter.print(
        bounds.and(expression),
        subsearch -> {
          LogicalPlan plan = plans.get(subsearch);
          return plan == null ? "" : plan.describe();
        });
  }

  @Override
  public RowPredicate remainderAt(RunContext run) {
    List<SearchExpression> conditions =
        expression instanceof SearchExpression.And and ? and.operands() : List.of(expression);
    return SearchExpressionCompiler.compile(
        new SearchExpression.And(
            expression.span(),
            conditions.stream()
                .filter(SubsearchFilter::dependsOnSubsearch)
                .map(each -> filled(each, run))
                .toList()));
  }

  @Override
  public RowPredicate beforeRun() {
    return weakened;
  }

  @Override
  public boolean isIndependent() {
    return false;
  }

  @Override
  public RowPredicate at(RunContext run) {
    return SearchExpressionCompiler.compile(filled(expression, run));
  }

  /** The expression with everything that depends on a subsearch taken as true. */
  private static SearchExpression weakened(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(
          and.span(), and.operands().stream().map(SubsearchFilter::weakened).toList());
    }
    return dependsOnSubsearch(expression)
        ? new SearchExpression.Everything(expression.span())
        : expression;
  }

  private static boolean dependsOnSubsearch(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return and.operands().stream().anyMatch(SubsearchFilter::dependsOnSubsearch);
    } else if (expression instanceof SearchExpression.Or or) {
      return or.operands().stream().anyMatch(SubsearchFilter::dependsOnSubsearch);
    } else if (expression instanceof SearchExpression.Not not) {
      return dependsOnSubsearch(not.operand());
    }
    return expression instanceof SearchExpression.Subsearch;
  }

  private SearchExpression filled(SearchExpression expression, RunContext run) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(
          and.span(), and.operands().stream().map(each -> filled(each, run)).toList());
    } else if (expression instanceof SearchExpression.Or or) {
      return new SearchExpression.Or(
          or.span(), or.operands().stream().map(each -> filled(each, run)).toList());
    } else if (expression instanceof SearchExpression.Not not) {
      return new SearchExpression.Not(not.span(), filled(not.operand(), run));
    } else if (expression instanceof SearchExpression.Subsearch subsearch) {
      LogicalPlan plan = plans.get(subsearch);
      List<Row> rows = plan == null ? List.of() : run.resources().rowsOf(plan);
      return new SearchExpression.Or(
          subsearch.span(), rows.stream().flatMap(row -> ofRow(row, subsearch.span())).toList());
    }
    return expression;
  }

  /**
   * The condition that a row stands for: all its fields by name, internal ones left out; none when
   * there are none.
   */
  private static Stream<SearchExpression> ofRow(Row row, SourceSpan span) {
    List<SearchExpression> conditions = new ArrayList<>();
    for (String name : new TreeSet<>(row.names())) {
      FieldValue value = row.get(name);
      if (value == null || name.startsWith("_")) {
        continue;
      }
      boolean isText = name.equals("search") || name.equals("query");
      conditions.add(
          new SearchExpression.Or(
              span,
              value.members().stream()
                  .map(each -> isText ? parsed(each.text()) : equal(name, each, span))
                  .toList()));
    }
    return conditions.isEmpty()
        ? Stream.empty()
        : Stream.of(new SearchExpression.And(span, conditions));
  }

  private static SearchExpression equal(String name, FieldValue value, SourceSpan span) {
    return new SearchExpression.Comparison(
        span, name, Operator.EQUAL, new SearchValue(span, value.text(), true, Directive.NONE));
  }

  private static SearchExpression parsed(String text) {
    SplSource source = SplSources.of("<subsearch>", text);
    return SearchExpressionParser.parse(source, 0, text.length());
  }
}
