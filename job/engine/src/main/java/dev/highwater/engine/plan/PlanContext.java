package dev.highwater.engine.plan;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;

/**
 * What a command asks while it reads its arguments. Every method may throw {@code SplException}.
 */
public interface PlanContext {

  SearchCatalog catalog();

  /** A search expression ready to run. */
  RowPredicate predicate(SearchExpression expression);

  /** An eval expression ready to run. */
  Evaluator evaluator(Expression expression);

  /** Whether the expression is seen to be true or false, never a value of a field (S-101). */
  boolean isCondition(Expression expression);

  /**
   * The aggregation of that name, aliases known.
   *
   * @param name as written
   * @param span where, for the error when there is none
   */
  Aggregation aggregation(String name, SourceSpan span);

  /** Notes something about the search that does not stop it. */
  void warn(Diagnostic diagnostic);
}
