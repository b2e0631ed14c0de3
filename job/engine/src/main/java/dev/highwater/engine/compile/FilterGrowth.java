package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchValue;
import java.util.List;

/**
 * How search expressions change while the group that their row is of takes in more (S-1950). None
 * is known to fall: where a field is absent all tests of it are false, and one may become true.
 */
record FilterGrowth(RowGrowth row) {

  Growth of(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return all(and.operands());
    } else if (expression instanceof SearchExpression.Or or) {
      return all(or.operands());
    } else if (expression instanceof SearchExpression.Not not) {
      return of(not.operand()).isFixed() ? Growth.FIXED : Growth.UNKNOWN;
    } else if (expression instanceof SearchExpression.Comparison comparison) {
      return comparison(comparison, row.of(comparison.field()));
    } else if (expression instanceof SearchExpression.In in) {
      return anyOf(row.of(in.field()));
    }
    return expression instanceof SearchExpression.Everything ? Growth.FIXED : Growth.UNKNOWN;
  }

  private Growth all(List<SearchExpression> operands) {
    List<Growth> all = operands.stream().map(this::of).toList();
    if (all.stream().allMatch(Growth::isFixed)) {
      return Growth.FIXED;
    }
    return all.stream().allMatch(Growth::staysTrue) ? Growth.STAYS_TRUE : Growth.UNKNOWN;
  }

  private static Growth comparison(SearchExpression.Comparison comparison, Growth field) {
    SearchValue value = comparison.value();
    boolean isNumber = FieldValue.of(value.text()).isNumeric();
    boolean stays =
        switch (comparison.operator()) {
          case GREATER, GREATER_OR_EQUAL -> isNumber && field == Growth.RISES;
          case LESS, LESS_OR_EQUAL -> isNumber && field == Growth.FALLS;
          case EQUAL -> value.text().equals("*") && field.staysThere() && !field.isFixed();
          case NOT_EQUAL -> false;
        };
    return stays ? Growth.STAYS_TRUE : anyOf(field);
  }

  /** Of a test that holds for any value of a multivalue (S-015). */
  private static Growth anyOf(Growth field) {
    if (field == Growth.GAINS) {
      return Growth.STAYS_TRUE;
    }
    return field.isFixed() ? Growth.FIXED : Growth.UNKNOWN;
  }
}
