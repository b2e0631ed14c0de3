package dev.highwater.engine.command;

import dev.highwater.engine.event.Measurements;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Comparison;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchExpressionPrinter;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SearchValue.Directive;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code WHERE} of {@code mstats}. Where no by-clause ends it, the span may stand in it, as the
 * last of the conditions.
 *
 * @param expression the conditions, without time modifiers and span
 * @param span {@code null} where none stands in it
 */
record MetricFilter(SearchExpression expression, TimeBounds bounds, @Nullable TimeSpan span) {

  /**
   * Takes time modifiers and span out.
   *
   * @throws dev.highwater.engine.spl.SplException for a time or span that cannot be read
   */
  static MetricFilter of(SearchExpression where, PlanContext context) {
    TimeModifiers modifiers = TimeModifiers.of(where, context);
    List<SearchExpression> rest = new ArrayList<>();
    TimeSpan span = null;
    for (SearchExpression condition : conditions(modifiers.rest())) {
      if (condition instanceof Comparison comparison
          && comparison.field().equals("span")
          && comparison.operator() == Operator.EQUAL) {
        span = SummarySpan.of(comparison.value().text(), comparison.value().span());
      } else {
        rest.add(caseSensitive(condition));
      }
    }
    return new MetricFilter(TimeModifiers.all(where, rest), modifiers.bounds(), span);
  }

  /** The condition with values whose case counts, as it does for metrics; indexes have none. */
  private static SearchExpression caseSensitive(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(and.span(), all(and.operands()));
    } else if (expression instanceof SearchExpression.Or or) {
      return new SearchExpression.Or(or.span(), all(or.operands()));
    } else if (expression instanceof SearchExpression.Not not) {
      return new SearchExpression.Not(not.span(), caseSensitive(not.operand()));
    } else if (expression instanceof Comparison comparison && hasCase(comparison.field())) {
      return new Comparison(
          comparison.span(),
          comparison.field(),
          comparison.operator(),
          caseSensitive(comparison.value()));
    } else if (expression instanceof SearchExpression.In in && hasCase(in.field())) {
      return new SearchExpression.In(
          in.span(), in.field(), in.values().stream().map(MetricFilter::caseSensitive).toList());
    }
    return expression;
  }

  private static List<SearchExpression> all(List<SearchExpression> expressions) {
    return expressions.stream().map(MetricFilter::caseSensitive).toList();
  }

  private static boolean hasCase(String field) {
    return !field.equals("index");
  }

  private static SearchValue caseSensitive(SearchValue value) {
    return value.text().equals("*")
        ? value
        : new SearchValue(value.span(), value.text(), value.quoted(), Directive.CASE);
  }

  private static List<SearchExpression> conditions(SearchExpression expression) {
    return expression instanceof SearchExpression.And and ? and.operands() : List.of(expression);
  }

  /** The conditions, and that the measurement is one of these metrics. */
  SearchExpression ofMetrics(Collection<String> names) {
    if (names.isEmpty() || names.contains("*")) {
      return expression;
    }
    SourceSpan place = expression.span();
    List<SearchExpression> any = new ArrayList<>();
    for (String name : names) {
      SearchValue value = new SearchValue(place, name, false, Directive.CASE);
      any.add(new Comparison(place, Measurements.NAME, Operator.EQUAL, value));
    }
    List<SearchExpression> all = new ArrayList<>();
    if (!(expression instanceof SearchExpression.Everything)) {
      all.addAll(conditions(expression));
    }
    SearchExpression isOne = any.size() == 1 ? any.get(0) : new SearchExpression.Or(place, any);
    if (all.stream().noneMatch(each -> isWrittenAs(each, isOne))) {
      all.add(isOne);
    }
    return TimeModifiers.all(expression, all);
  }

  private static boolean isWrittenAs(SearchExpression one, SearchExpression other) {
    return SearchExpressionPrinter.print(one).equals(SearchExpressionPrinter.print(other));
  }
}
