package dev.highwater.engine.function.bitwise;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.function.NumericArguments;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.ExpressionContext;
import dev.highwater.engine.spl.Expression;
import java.util.List;

/** A function of whole numbers from 0 to 2^53-1; NULL when an argument is anything else (S-169). */
interface BitFunction extends EvalFunction {

  /** All the bits that a number can have. */
  long ALL_BITS = (1L << 53) - 1;

  /** The result, from which only {@link #ALL_BITS} are taken. */
  long apply(long[] arguments);

  @Override
  default Evaluator bind(
      Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
    NumericArguments.requireNoText(call);
    return (fields, run) -> {
      long[] numbers = new long[arguments.size()];
      for (int i = 0; i < numbers.length; i++) {
        FieldValue value = arguments.get(i).evaluate(fields, run);
        double number = value == null ? -1 : value.number();
        if (!(number >= 0 && number <= ALL_BITS && number == Math.rint(number))) {
          return null;
        }
        numbers[i] = (long) number;
      }
      return FieldValue.of((double) (apply(numbers) & ALL_BITS));
    };
  }
}
