package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.spl.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of {@code eval} and {@code where}. */
public interface EvalFunction {

  /** Its key: lower case (S-175). */
  String name();

  Arity arity();

  /** Whether it gives a Boolean (S-101). */
  default boolean isCondition() {
    return false;
  }

  /** Whether every value of it is a number. */
  default boolean isNumber() {
    return false;
  }

  /** Whether it tells of an argument that is missing, or makes up for it. */
  default boolean isForMissing() {
    return false;
  }

  /** Whether its value depends on more of the run than its time zone: on its time, on lookups. */
  default boolean needsRun() {
    return false;
  }

  /** The fields of the row that it looks at beside its arguments. */
  default FieldSet reads() {
    return FieldSet.NONE;
  }

  /**
   * The arguments one of which its value is, capitals and small letters aside; {@code null} where
   * the value is made otherwise.
   *
   * @param arguments as many as are allowed
   */
  default @Nullable List<Expression> passes(List<Expression> arguments) {
    return null;
  }

  /**
   * How its value changes with its arguments while the group of their row takes in more rows; where
   * all of them stay as they are it does, too.
   *
   * @param arguments as many as are allowed
   */
  default Growth growth(List<Growth> arguments) {
    Growth fixed = needsRun() ? Growth.UNKNOWN : Growth.fixed(arguments);
    return fixed == Growth.FIXED && isNumber() ? Growth.FIXED_NUMBER : fixed;
  }

  /**
   * The call ready to run.
   *
   * @param call the call as written; the number of arguments is allowed
   * @param arguments the arguments, ready to run
   * @param context what else the function may ask for
   * @throws dev.highwater.engine.spl.SplException when an argument that is known now cannot be used
   */
  Evaluator bind(Expression.Call call, List<Evaluator> arguments, ExpressionContext context);

  /** A function of the values of its arguments that is NULL where one of them is (S-102). */
  interface OfValues extends EvalFunction {

    /** The value for arguments none of which is NULL. */
    @Nullable FieldValue call(FieldValue[] arguments, RunContext run);

    @Override
    default Evaluator bind(
        Expression.Call call, List<Evaluator> arguments, ExpressionContext context) {
      Evaluator[] evaluators = arguments.toArray(new Evaluator[0]);
      return (fields, run) -> callOn(evaluators, fields, run);
    }

    private @Nullable FieldValue callOn(Evaluator[] evaluators, Fields fields, RunContext run) {
      FieldValue[] values = new FieldValue[evaluators.length];
      for (int i = 0; i < values.length; i++) {
        FieldValue value = evaluators[i].evaluate(fields, run);
        if (value == null) {
          return null;
        }
        values[i] = value;
      }
      return call(values, run);
    }
  }
}
