package dev.highwater.engine.cim;

import dev.highwater.engine.spl.SearchExpression;
import java.util.List;

/**
 * Writes a child's constraint with the names that searches have for what the parent calculates
 * (S-1061). Tags and event types keep meaning the event as it is, and so does what stands behind
 * them.
 */
final class CalculatedNames {

  private final Dataset parent;

  private CalculatedNames(Dataset parent) {
    this.parent = parent;
  }

  static SearchExpression of(Dataset parent, SearchExpression constraint) {
    return new CalculatedNames(parent).renamed(constraint);
  }

  private SearchExpression renamed(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(and.span(), renamed(and.operands()));
    } else if (expression instanceof SearchExpression.Or or) {
      return new SearchExpression.Or(or.span(), renamed(or.operands()));
    } else if (expression instanceof SearchExpression.Not not) {
      return new SearchExpression.Not(not.span(), renamed(not.operand()));
    } else if (expression instanceof SearchExpression.Comparison test) {
      return new SearchExpression.Comparison(
          test.span(), parent.written(test.field()), test.operator(), test.value());
    } else if (expression instanceof SearchExpression.In in) {
      return new SearchExpression.In(in.span(), parent.written(in.field()), in.values());
    }
    return expression;
  }

  private List<SearchExpression> renamed(List<SearchExpression> expressions) {
    return expressions.stream().map(this::renamed).toList();
  }
}
