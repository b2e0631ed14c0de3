package dev.highwater.engine.command;

import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * The time modifiers of a search expression, taken out of it: {@code earliest=} and {@code latest=}
 * among the conditions that all have to hold (S-043).
 *
 * @param rest the expression without them
 */
record TimeModifiers(TimeBounds bounds, SearchExpression rest) {

  static TimeModifiers of(SearchExpression expression) {
    List<SearchExpression> conditions =
        expression instanceof SearchExpression.And and ? and.operands() : List.of(expression);
    List<SearchExpression> rest = new ArrayList<>();
    String earliest = "";
    String latest = "";
    for (SearchExpression condition : conditions) {
      if (isModifier(condition, "earliest")) {
        earliest = ((SearchExpression.Comparison) condition).value().text();
      } else if (isModifier(condition, "latest")) {
        latest = ((SearchExpression.Comparison) condition).value().text();
      } else {
        rest.add(condition);
      }
    }
    if (rest.size() == conditions.size()) {
      return new TimeModifiers(TimeBounds.OF_THE_RUN, expression);
    }
    return new TimeModifiers(new TimeBounds(earliest, latest), all(expression, rest));
  }

  private static boolean isModifier(SearchExpression condition, String name) {
    return condition instanceof SearchExpression.Comparison comparison
        && comparison.operator() == Operator.EQUAL
        && comparison.field().equals(name);
  }

  /** The conditions as one expression; that is everything when there are none. */
  static SearchExpression all(SearchExpression whole, List<SearchExpression> conditions) {
    return switch (conditions.size()) {
      case 0 -> new SearchExpression.Everything(whole.span());
      case 1 -> conditions.get(0);
      default -> new SearchExpression.And(whole.span(), conditions);
    };
  }
}
