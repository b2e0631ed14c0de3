package dev.highwater.engine.command;

import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchValue;
import java.util.List;

/**
 * Subnets without a network part in the conditions of {@code tstats}: {@code 0.0.0.0/0} passes
 * whatever the field holds. Rule S-1150.
 */
final class EveryAddress {

  private EveryAddress() {}

  /** The same condition, with a wildcard in place of such a subnet. */
  static SearchExpression asWildcard(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(and.span(), asWildcards(and.operands()));
    } else if (expression instanceof SearchExpression.Or or) {
      return new SearchExpression.Or(or.span(), asWildcards(or.operands()));
    } else if (expression instanceof SearchExpression.Not not) {
      return new SearchExpression.Not(not.span(), asWildcard(not.operand()));
    } else if (expression instanceof SearchExpression.Comparison comparison) {
      return new SearchExpression.Comparison(
          comparison.span(),
          comparison.field(),
          comparison.operator(),
          asWildcard(comparison.value()));
    } else if (expression instanceof SearchExpression.In in) {
      return new SearchExpression.In(
          in.span(), in.field(), in.values().stream().map(EveryAddress::asWildcard).toList());
    }
    return expression;
  }

  private static List<SearchExpression> asWildcards(List<SearchExpression> operands) {
    return operands.stream().map(EveryAddress::asWildcard).toList();
  }

  private static SearchValue asWildcard(SearchValue value) {
    CidrBlock block = CidrBlock.parse(value.text());
    return block != null && block.holdsEveryAddress()
        ? new SearchValue(value.span(), "*", value.quoted(), value.directive())
        : value;
  }
}
