package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.BooleanValue;
import dev.highwater.engine.function.LiteralArgument;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.List;

/** {@code searchmatch("search")}: whether the row matches a search expression. Rule S-136. */
public final class SearchMatch implements EvalFunction {

  @Override
  public String name() {
    return "searchmatch";
  }

  @Override
  public Arity arity() {
    return Arity.exactly(1);
  }

  @Override
  public FieldSet reads() {
    return FieldSet.ALL;
  }

  @Override
  public boolean isCondition() {
    return true;
  }

  @Override
  public Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {

    String search = LiteralArgument.requireText(call, 0, "a search expression");
    try {
      SplSource source = SplSources.of("searchmatch", search);
      RowPredicate predicate =
          context.predicate(SearchExpressionParser.parse(source, 0, search.length()));
      return (fields, run) -> BooleanValue.of(predicate.matches(fields));
    } catch (SplException e) {
      throw new SplException(
          Diagnostic.error(
              call.arguments().get(0).span(),
              "bad search expression '" + search + "': " + e.diagnostic().message()));
    }
  }
}
