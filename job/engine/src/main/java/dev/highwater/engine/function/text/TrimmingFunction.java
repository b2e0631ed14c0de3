package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.plan.Arity;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.RunContext;
import org.jspecify.annotations.Nullable;

/** A function that cuts characters of a set off the ends of a text; blanks and tabs unless said. */
interface TrimmingFunction extends EvalFunction.OfValues {

  /** The text without what is to be cut off. */
  String cut(String text, String characters);

  @Override
  default Arity arity() {
    return Arity.between(1, 2);
  }

  @Override
  default @Nullable FieldValue call(FieldValue[] arguments, RunContext run) {
    String characters = arguments.length == 1 ? " \t" : arguments[1].text();
    return EachValue.map(arguments[0], text -> cut(text, characters));
  }

  /** The text without characters of the set at its beginning. */
  static String left(String text, String characters) {
    int start = 0;
    while (start < text.length() && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start);
  }

  /** The text without characters of the set at its end. */
  static String right(String text, String characters) {
    int end = text.length();
    while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
