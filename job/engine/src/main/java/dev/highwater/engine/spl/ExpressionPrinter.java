package dev.highwater.engine.spl;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.TextValue;
import dev.highwater.engine.spl.Expression.Binary;
import dev.highwater.engine.spl.Expression.Call;
import dev.highwater.engine.spl.Expression.Field;
import dev.highwater.engine.spl.Expression.InList;
import dev.highwater.engine.spl.Expression.Literal;
import dev.highwater.engine.spl.Expression.Unary;
import dev.highwater.engine.spl.Expression.UnaryOperator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes eval expressions as SPL that parses to an equal expression. */
public final class ExpressionPrinter {

  private static final Set<String> OPERATOR_WORDS = Set.of("and", "or", "xor", "not", "like", "in");

  private static final int RANK_OF_OPERAND = InfixOperator.RANK_OF_SIGN + 1;

  private final StringBuilder out = new StringBuilder();

  private ExpressionPrinter() {}

  /** The expression in one line, with no more parentheses than it needs. */
  public static String print(Expression expression) {
    ExpressionPrinter printer = new ExpressionPrinter();
    printer.append(expression, 0);
    return printer.out.toString();
  }

  /** Appends in parentheses if {@code expression} binds less tightly than {@code rank}. */
  private void append(Expression expression, int rank) {
    boolean isLoose = rank(expression) < rank;
    out.append(isLoose ? "(" : "");
    append(expression);
    out.append(isLoose ? ")" : "");
  }

  private static int rank(Expression expression) {
    if (expression instanceof Binary binary) {
      return InfixOperator.rank(binary.operator());
    }
    if (expression instanceof InList) {
      return InfixOperator.IN.rank();
    }
    if (expression instanceof Unary unary) {
      return unary.operator() == UnaryOperator.NOT
          ? InfixOperator.RANK_OF_NOT
          : InfixOperator.RANK_OF_SIGN;
    }
    return RANK_OF_OPERAND;
  }

  private void append(Expression expression) {
    if (expression instanceof Literal literal) {
      out.append(literal(literal.value()));
    } else if (expression instanceof Field field) {
      out.append(field(field.name()));
    } else if (expression instanceof Unary unary) {
      out.append(unary.operator() == UnaryOperator.NOT ? "NOT " : "-");
      append(unary.operand(), rank(unary));
    } else if (expression instanceof Binary binary) {
      append(binary);
    } else if (expression instanceof InList list) {
      append(list.operand(), InfixOperator.IN.rank());
      out.append(" IN ");
      append(list.members());
    } else if (expression instanceof Call call) {
      out.append(call.function());
      append(call.arguments());
    }
  }

  private void append(Binary binary) {
    int rank = InfixOperator.rank(binary.operator());
    boolean isFlat = OperandChain.isAssociative(binary.operator()) && isSame(binary);
    append(binary.left(), rank);
    out.append(' ').append(binary.operator().symbol()).append(' ');
    append(binary.right(), isFlat ? rank : rank + 1);
  }

  private static boolean isSame(Binary binary) {
    return binary.right() instanceof Binary right && right.operator() == binary.operator();
  }

  private void append(List<Expression> members) {
    String separator = "(";
    for (Expression member : members) {
      out.append(separator);
      append(member, 0);
      separator = ", ";
    }
    out.append(members.isEmpty() ? "()" : ")");
  }

  private static String literal(FieldValue value) {
    return value instanceof TextValue
        ? '"' + Quotes.escape(value.text(), "\"") + '"'
        : number(value.number());
  }

  /** In full where the text of the value is rounded. */
  private static String number(double number) {
    String text = FieldValue.of(number).text();
    if (Double.isInfinite(number)) {
      return "1e999";
    }
    return Double.parseDouble(text) == number ? text : Double.toString(number);
  }

  private static String field(String name) {
    boolean isBare =
        OperandReader.nameEnd(name, 0, name.length()) == name.length()
            && !name.isEmpty()
            && !CharacterKinds.isDigit(name.charAt(0))
            && !OPERATOR_WORDS.contains(name.toLowerCase(Locale.ROOT));
    return isBare ? name : "'" + Quotes.escape(name, "'") + "'";
  }
}
