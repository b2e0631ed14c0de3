package dev.highwater.engine.function;

import dev.highwater.engine.event.TextValue;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import org.jspecify.annotations.Nullable;

/** What is known of arguments while an expression is compiled. */
public final class LiteralArgument {

  private LiteralArgument() {}

  /** The text of an argument that is written in double quotes, else {@code null}. */
  public static @Nullable String text(Expression argument) {
    return argument instanceof Expression.Literal literal
            && literal.value() instanceof TextValue text
        ? text.text()
        : null;
  }

  /** The text of an argument that has to be written in double quotes. */
  public static String requireText(Expression.Call call, int index, String what) {
    Expression argument = call.arguments().get(index);
    String text = text(argument);
    if (text == null) {
      throw new SplException(
          Diagnostic.error(
              argument.span(), call.function() + " needs " + what + " in double quotes here"));
    }
    return text;
  }
}
