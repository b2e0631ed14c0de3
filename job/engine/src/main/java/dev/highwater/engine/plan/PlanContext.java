package dev.highwater.engine.plan;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;

/**
 * What a command asks while it reads its arguments. Every method may throw {@code SplException}.
 */
public interface PlanContext extends ExpressionContext {

  SearchCatalog catalog();

  /** A search expression that may hold subsearches. */
  RunFilter filter(SearchExpression expression);

  /**
   * The plan of a subsearch: a search that makes rows of its own, with or without a pipe before it.
   */
  LogicalPlan subsearch(Pipeline pipeline);

  /**
   * The plan of a part that takes the rows of the search around it, as {@code appendpipe} has it.
   */
  LogicalPlan continuation(Pipeline pipeline);

  /** The text of a search that was quoted until now, its macros put in and its comments out. */
  SplSource expanded(SplSource search);

  /** Plans searches later; safe to keep, and for several threads. */
  SearchPlanner planner();

  /**
   * Plans parts of searches later, which take the rows of the search around them; as {@link
   * #planner}.
   */
  SearchPlanner continuations();

  /** Whether the command stands where rows are made: at the start of a search. */
  boolean isFirst();

  /** An eval expression ready to run. */
  Evaluator evaluator(Expression expression);

  /** Whether the expression is seen to be true or false, never a value of a field (S-101). */
  boolean isCondition(Expression expression);

  /** The fields that an eval expression looks at. */
  FieldSet reads(Expression expression);

  /** Whether its value depends on more of the run than its time zone, as {@code now()} does. */
  boolean needsRun(Expression expression);

  /** Those of them that it does not ask whether they are there, as {@code isnull} does. */
  FieldSet expects(Expression expression);

  /** Whether each value of an eval expression is NULL, a condition, or a number not below 0. */
  boolean isNeverNegative(Expression expression);

  /** How an eval expression changes while the group of its row takes in more (S-1950). */
  ValueGrowth growth(Expression expression);

  /** How a search expression without subsearches changes so. */
  ValueGrowth growth(SearchExpression expression);

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
