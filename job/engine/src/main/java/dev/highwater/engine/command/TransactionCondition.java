package dev.highwater.engine.command;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SearchExpressionPrinter;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import dev.highwater.engine.spl.Word;
import java.util.function.BiPredicate;

/**
 * A test of an event, as {@code transaction} has it.
 *
 * @param describe in SPL, as the value of an option
 */
record TransactionCondition(String describe, BiPredicate<Row, RunContext> test) {

  /** A search expression, in quotes, in parentheses or bare, or {@code eval(expression)}. */
  static TransactionCondition of(Word value, PlanContext context) {
    SplSource source = SplSources.of(value);
    String text = source.text();
    if (!value.quoted() && text.regionMatches(true, 0, "eval(", 0, 5)) {
      Expression expression = ExpressionParser.parse(new SourceSpan(source, 5, text.length() - 1));
      Evaluator evaluator = context.evaluator(expression);
      return new TransactionCondition(
          "eval(" + ExpressionPrinter.print(expression) + ")",
          (row, run) -> evaluator.evaluate(row, run) == BooleanValue.TRUE);
    }
    SearchExpression expression = SearchExpressionParser.parse(source, 0, text.length());
    RowPredicate predicate = context.predicate(expression);
    return new TransactionCondition(
        "(" + SearchExpressionPrinter.print(expression) + ")",
        (row, run) -> predicate.matches(row));
  }

  boolean holds(Row row, RunContext run) {
    return test.test(row, run);
  }
}
