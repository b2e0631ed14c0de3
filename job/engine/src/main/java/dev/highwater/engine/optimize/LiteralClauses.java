package dev.highwater.engine.optimize;

import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.plan.FieldLiteral;
import dev.highwater.engine.plan.LiteralClause;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a search expression demands in plain text: conditions that are necessary, seldom sufficient.
 */
final class LiteralClauses {

  /** Literals shorter than this are in nearly every event. */
  private static final int SHORTEST = 3;

  private static final Pattern BETWEEN_PIECES = Pattern.compile("[*]|[^\\x00-\\x7F]+");

  private LiteralClauses() {}

  /** Clauses each of which holds for every event that the expression is true for. */
  static List<LiteralClause> of(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return and.operands().stream().flatMap(operand -> of(operand).stream()).toList();
    } else if (expression instanceof SearchExpression.Or or) {
      return either(or.operands().stream().map(LiteralClauses::best).toList());
    } else if (expression instanceof SearchExpression.Comparison comparison) {
      return comparison.operator() == Operator.EQUAL
          ? either(List.of(clause(comparison.field(), comparison.value())))
          : List.of();
    } else if (expression instanceof SearchExpression.In in) {
      return either(in.values().stream().map(value -> clause(in.field(), value)).toList());
    } else if (expression instanceof SearchExpression.Term term) {
      return either(List.of(clause("_raw", term.value())));
    }
    return List.of();
  }

  private static Optional<LiteralClause> best(SearchExpression expression) {
    return of(expression).stream().max(Comparator.comparingInt(LiteralClause::selectivity));
  }

  private static List<LiteralClause> either(List<Optional<LiteralClause>> choices) {
    List<FieldLiteral> literals = new ArrayList<>();
    for (Optional<LiteralClause> choice : choices) {
      if (choice.isEmpty()) {
        return List.of();
      }
      literals.addAll(choice.get().anyOf());
    }
    return List.of(new LiteralClause(literals));
  }

  private static Optional<LiteralClause> clause(String field, SearchValue value) {
    if (CidrBlock.parse(value.text()) != null) {
      return Optional.empty();
    }
    String longest =
        BETWEEN_PIECES
            .splitAsStream(CaseFolding.fold(value.text()))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return longest.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(new LiteralClause(List.of(new FieldLiteral(field, longest))));
  }
}
