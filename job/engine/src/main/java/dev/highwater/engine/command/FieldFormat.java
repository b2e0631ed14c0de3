package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionPrinter;
import dev.highwater.engine.spl.Word;
import java.util.List;

/**
 * {@code fieldformat field=expression}: how a table on a screen shows a value; the value stays.
 * Rule S-989.
 */
public final class FieldFormat implements SearchCommand {

  @Override
  public String name() {
    return "fieldformat";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Word field = arguments.word("the field to format");
    arguments.expectPunctuation('=');
    Expression expression = arguments.expression();
    arguments.expectEnd();
    context.evaluator(expression);
    return List.of(
        new NoChange(
            "fieldformat "
                + Written.word(field.text())
                + "="
                + ExpressionPrinter.print(expression)));
  }
}
