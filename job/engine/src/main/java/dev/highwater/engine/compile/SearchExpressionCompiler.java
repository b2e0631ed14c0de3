package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.ValueComparison;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a search expression ready to run (S-010..S-034). Fields whose value is known beforehand,
 * such as the sourcetype of an input, are decided now, and what they decide is left out.
 */
public final class SearchExpressionCompiler {

  /** They bound the time of the search and test no field (S-043). */
  private static final Set<String> TIME_MODIFIERS =
      Set.of("earliest", "latest", "_index_earliest", "_index_latest");

  private final Fields known;

  private SearchExpressionCompiler(Fields known) {
    this.known = known;
  }

  /**
   * The expression, ready to run.
   *
   * @throws SplException for a part that cannot run
   */
  public static RowPredicate compile(SearchExpression expression) {
    return compile(expression, name -> null);
  }

  /**
   * The expression, ready to run on rows that have the known fields in common.
   *
   * @param known the fields whose value every row will have; NULL for those that differ
   * @throws SplException for a part that cannot run
   */
  public static RowPredicate compile(SearchExpression expression, Fields known) {
    return new SearchExpressionCompiler(known).predicate(expression);
  }

  private RowPredicate predicate(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return Combination.all(predicates(and.operands()));
    } else if (expression instanceof SearchExpression.Or or) {
      return Combination.any(predicates(or.operands()));
    } else if (expression instanceof SearchExpression.Not not) {
      return Combination.not(predicate(not.operand()));
    } else if (expression instanceof SearchExpression.Comparison comparison) {
      return decided(comparison.field(), comparison(comparison));
    } else if (expression instanceof SearchExpression.In in) {
      return decided(in.field(), FieldTest.in(in.field(), in.values()));
    } else if (expression instanceof SearchExpression.Term term) {
      return new TermTest(term.value());
    } else if (expression instanceof SearchExpression.Subsearch subsearch) {
      throw new SplException(
          Diagnostic.unsupported(subsearch.span(), "a subsearch as a filter is not supported"));
    }
    return RowPredicate.ALWAYS;
  }

  private List<RowPredicate> predicates(List<SearchExpression> expressions) {
    List<RowPredicate> predicates = new ArrayList<>();
    for (SearchExpression expression : expressions) {
      predicates.add(predicate(expression));
    }
    return predicates;
  }

  private static RowPredicate comparison(SearchExpression.Comparison comparison) {
    SearchValue value = comparison.value();
    String field = comparison.field();
    if (comparison.operator() == Operator.EQUAL && TIME_MODIFIERS.contains(field)) {
      throw new SplException(
          Diagnostic.unsupported(
                  comparison.span(), "the time modifier '" + field + "=' is not supported")
              .withRule("S-043"));
    }
    return switch (comparison.operator()) {
      case EQUAL -> FieldTest.equal(field, value);
      case NOT_EQUAL -> FieldTest.differs(field, value);
      default -> new OrderTest(field, comparison.operator(), FieldValue.of(value.text()));
    };
  }

  private RowPredicate decided(String field, RowPredicate test) {
    if (known.get(field) == null) {
      return test;
    }
    return test.matches(known) ? RowPredicate.ALWAYS : RowPredicate.NEVER;
  }

  /**
   * {@code <}, {@code <=}, {@code >}, {@code >=}: as numbers where both are, else in byte order
   * (S-010).
   */
  private record OrderTest(String field, Operator operator, FieldValue bound)
      implements RowPredicate {

    @Override
    public boolean matches(Fields fields) {
      FieldValue value = fields.get(field);
      return value != null && value.members().stream().anyMatch(this::holds);
    }

    private boolean holds(FieldValue value) {
      int order = ValueComparison.compare(value, bound);
      return switch (operator) {
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        default -> order >= 0;
      };
    }

    @Override
    public FieldSet reads() {
      return FieldSet.of(field);
    }
  }
}
