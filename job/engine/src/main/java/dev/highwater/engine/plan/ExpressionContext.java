package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpression;
import org.jspecify.annotations.Nullable;

/**
 * What functions ask while an expression is compiled. Every method may throw {@code SplException}.
 */
public interface ExpressionContext {

  /** A search expression ready to run; one with a subsearch in it is not supported here. */
  RowPredicate predicate(SearchExpression expression);

  /** How a lookup matches, {@code null} when there is none of that name. */
  @Nullable LookupDefinition lookup(String name);
}
