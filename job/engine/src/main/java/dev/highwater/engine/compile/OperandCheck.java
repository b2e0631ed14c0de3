package dev.highwater.engine.compile;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import org.jspecify.annotations.Nullable;

/** Refuses operands whose kinds an operator never takes (S-1017). */
final class OperandCheck {

  private OperandCheck() {}

  /**
   * @throws SplException where the operator has no result for operands of these kinds
   */
  static void check(Expression.Binary binary, ValueKind left, ValueKind right) {
    String fault =
        switch (binary.operator()) {
          case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
              left.isComparableWith(right)
                  ? null
                  : left.words() + " is never compared with " + right.words();
          case MINUS, TIMES, DIVIDE, MODULO ->
              faultOf(binary, isNumeric(left) ? right : left, "takes numbers");
          case PLUS, CONCATENATE ->
              left == ValueKind.BOOLEAN || right == ValueKind.BOOLEAN
                  ? "'" + binary.operator().symbol() + "' takes no Boolean"
                  : null;
          default -> null;
        };
    if (fault != null) {
      Diagnostic diagnostic = Diagnostic.error(binary.span(), fault).withRule("S-1017");
      String hint = hint(binary.left(), right);
      throw new SplException(hint == null ? diagnostic : diagnostic.withHint(hint));
    }
  }

  private static boolean isNumeric(ValueKind kind) {
    return kind == ValueKind.NUMBER || kind == ValueKind.ANY;
  }

  private static @Nullable String faultOf(Expression.Binary binary, ValueKind odd, String takes) {
    return isNumeric(odd)
        ? null
        : "'" + binary.operator().symbol() + "' " + takes + ", not " + odd.words();
  }

  /** {@code rule.level >= 12} joins two fields and compares the text that this gives (S-109). */
  private static @Nullable String hint(Expression left, ValueKind right) {
    return left instanceof Expression.Binary joined
            && joined.operator() == Expression.BinaryOperator.CONCATENATE
            && right == ValueKind.NUMBER
            && joined.span().text().indexOf(' ') < 0
        ? "Write '" + joined.span().text() + "' in single quotes for the field"
        : null;
  }
}
