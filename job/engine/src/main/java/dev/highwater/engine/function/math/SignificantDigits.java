package dev.highwater.engine.function.math;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.NumericText;
import dev.highwater.engine.spl.Expression;
import org.jspecify.annotations.Nullable;

/** How exact an expression is, by the digits that its operands are written with. */
@FunctionalInterface
interface SignificantDigits {

  /** The last place of what is exact, such as the result of a function. */
  int ALL = Integer.MAX_VALUE;

  /** The value and its last exact place; {@code null} when the row has no such number. */
  @Nullable Measured measure(Fields fields);

  /**
   * A number.
   *
   * @param lastPlace digits behind the point that count, negative for those before it, {@link #ALL}
   *     for all of them
   */
  record Measured(double value, int lastPlace) {

    /** The number of digits that count. */
    int digits() {
      return lastPlace == ALL ? ALL : lastPlace + digitsBeforePoint(value);
    }
  }

  /** The last place that counts in the value for these fields. */
  default int lastPlace(Fields fields) {
    Measured measured = measure(fields);
    return measured == null ? ALL : measured.lastPlace();
  }

  static SignificantDigits of(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      Measured written = written(literal.span().text());
      return fields -> written;
    } else if (expression instanceof Expression.Field field) {
      return fields -> {
        FieldValue value = fields.get(field.name());
        return value == null || !value.isNumeric() ? null : written(value.text());
      };
    } else if (expression instanceof Expression.Unary unary) {
      return of(unary.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return combined(binary);
    }
    return fields -> null;
  }

  private static SignificantDigits combined(Expression.Binary binary) {
    SignificantDigits left = of(binary.left());
    SignificantDigits right = of(binary.right());
    return fields -> {
      Measured a = left.measure(fields);
      Measured b = right.measure(fields);
      return a == null || b == null
          ? null
          : switch (binary.operator()) {
            case PLUS -> sum(a, b, a.value() + b.value());
            case MINUS -> sum(a, b, a.value() - b.value());
            case TIMES -> product(a, b, a.value() * b.value());
            case DIVIDE -> product(a, b, a.value() / b.value());
            default -> null;
          };
    };
  }

  private static Measured sum(Measured a, Measured b, double value) {
    return new Measured(value, Math.min(a.lastPlace(), b.lastPlace()));
  }

  private static Measured product(Measured a, Measured b, double value) {
    int digits = Math.min(a.digits(), b.digits());
    return new Measured(value, digits == ALL ? ALL : digits - digitsBeforePoint(value));
  }

  private static Measured written(String number) {
    double value = NumericText.parse(number);
    int point = number.indexOf('.');
    boolean isPlain = number.indexOf('e') < 0 && number.indexOf('E') < 0;
    return new Measured(value, !isPlain ? ALL : point < 0 ? 0 : number.length() - point - 1);
  }

  private static int digitsBeforePoint(double value) {
    return value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
  }
}
