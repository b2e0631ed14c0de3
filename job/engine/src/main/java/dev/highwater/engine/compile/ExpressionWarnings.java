package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.Expression.BinaryOperator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is a valid eval expression and surely means something other than it seems to. */
final class ExpressionWarnings {

  private final Predicate<String> numbers;
  private final RowFields fields;
  private final List<Diagnostic> diagnostics;

  private ExpressionWarnings(
      Predicate<String> numbers, RowFields fields, List<Diagnostic> diagnostics) {
    this.numbers = numbers;
    this.fields = fields;
    this.diagnostics = diagnostics;
  }

  /**
   * Adds what is to be said of the expression and of all parts of it.
   *
   * @param numbers which functions give numbers only
   * @param fields those that rows may have
   */
  static void add(
      Expression expression,
      Predicate<String> numbers,
      RowFields fields,
      List<Diagnostic> diagnostics) {
    new ExpressionWarnings(numbers, fields, diagnostics).walk(expression);
  }

  private void walk(Expression expression) {
    if (expression instanceof Expression.Unary unary) {
      walk(unary.operand());
    } else if (expression instanceof Expression.Binary binary) {
      check(binary);
      walk(binary.left());
      walk(binary.right());
    } else if (expression instanceof Expression.InList in) {
      walk(in.operand());
      in.members().forEach(this::walk);
    } else if (expression instanceof Expression.Call call) {
      check(call);
      call.arguments().forEach(this::walk);
    }
  }

  private void check(Expression.Binary binary) {
    switch (binary.operator()) {
      case EQUAL, NOT_EQUAL -> {
        checkEquality(binary, binary.left(), binary.right());
        checkEquality(binary, binary.right(), binary.left());
      }
      case LIKE -> checkLike(binary.right());
      case CONCATENATE -> checkDot(binary);
      case PLUS -> {
        checkSum(binary, binary.left(), binary.right());
        checkSum(binary, binary.right(), binary.left());
      }
      default -> {
        // nothing to say of the others
      }
    }
  }

  /** A wildcard is a plain character here, and lower() gives no capital (S-106). */
  private void checkEquality(Expression.Binary whole, Expression side, Expression other) {
    String text = text(side);
    boolean isNegated = whole.operator() == BinaryOperator.NOT_EQUAL;
    if (text == null) {
      return;
    }
    if (text.length() > 1 && (text.startsWith("*") || text.endsWith("*"))) {
      warn(side, "'*' is no wildcard here", "Write like(field, \"%text%\")", "S-927");
    }
    if (other instanceof Expression.Call call && call.arguments().size() == 1) {
      boolean isImpossible =
          (call.function().equals("lower") && !text.equals(text.toLowerCase(Locale.ROOT)))
              || (call.function().equals("upper") && !text.equals(text.toUpperCase(Locale.ROOT)));
      if (isImpossible) {
        String message =
            call.function()
                + "() never gives '"
                + text
                + "': this is "
                + (isNegated ? "always true" : "never true");
        warn(side, message, "Write the text in " + call.function() + " case", "S-928");
      }
    }
  }

  private void checkLike(Expression pattern) {
    String text = text(pattern);
    if (text != null && text.indexOf('*') >= 0 && text.indexOf('%') < 0 && text.indexOf('_') < 0) {
      warn(pattern, "'*' is no wildcard of like", "Write % for any text", "S-121");
    }
  }

  private void check(Expression.Call call) {
    if (call.function().equals("like") && call.arguments().size() == 2) {
      checkLike(call.arguments().get(1));
    }
  }

  /** {@code a.b} without spaces and quotes looks like one name, unless both are fields (S-109). */
  private void checkDot(Expression.Binary binary) {
    if (binary.left() instanceof Expression.Field left
        && binary.right() instanceof Expression.Field right
        && isBare(left)
        && isBare(right)
        && !areKnown(left, right)
        && right.span().start() == left.span().end() + 1) {
      warn(
          left,
          "'" + left.name() + "." + right.name() + "' joins two values here",
          "Write '" + left.name() + "." + right.name() + "' in single quotes for the field",
          "S-109");
    }
  }

  private boolean areKnown(Expression.Field left, Expression.Field right) {
    return !fields.listed().isAll() && fields.mayHave(left.name()) && fields.mayHave(right.name());
  }

  private static boolean isBare(Expression.Field field) {
    return field.span().text().equals(field.name());
  }

  /** A number and a text have no sum (S-108). */
  private void checkSum(Expression.Binary whole, Expression side, Expression other) {
    String text = text(side);
    if (text != null && !FieldValue.of(text).isNumeric() && isNumber(other)) {
      warn(whole, "a number plus a text is NULL", "Write . to join texts", "S-108");
    }
  }

  private boolean isNumber(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return switch (binary.operator()) {
        case MINUS, TIMES, DIVIDE, MODULO -> true;
        default -> false;
      };
    }
    return expression instanceof Expression.Call call && numbers.test(call.function());
  }

  private static @Nullable String text(Expression expression) {
    return expression instanceof Expression.Literal literal
            && !literal.span().text().isEmpty()
            && literal.span().text().charAt(0) == '"'
        ? literal.value().text()
        : null;
  }

  private void warn(Expression place, String message, String hint, String rule) {
    diagnostics.add(Diagnostic.warning(place.span(), message).withHint(hint).withRule(rule));
  }
}
