package dev.highwater.engine.spl;

import dev.highwater.engine.event.TextValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Syntax trees as text without positions: {@code (OR a (= b "c"))}. Operands of one associative
 * operator are one list.
 */
final class TreeText {

  private TreeText() {}

  static String of(SearchExpression expression) {
    if (expression instanceof SearchExpression.Everything) {
      return "*";
    }
    if (expression instanceof SearchExpression.And and) {
      return "(AND " + flatAnd(and.operands()) + ")";
    }
    if (expression instanceof SearchExpression.Or or) {
      return "(OR " + flatOr(or.operands()) + ")";
    }
    if (expression instanceof SearchExpression.Not not) {
      return "(NOT " + of(not.operand()) + ")";
    }
    if (expression instanceof SearchExpression.Comparison comparison) {
      String operator = comparison.operator().symbol();
      return "(" + operator + " " + comparison.field() + " " + of(comparison.value()) + ")";
    }
    if (expression instanceof SearchExpression.In in) {
      return "(IN "
          + in.field()
          + in.values().stream().map(v -> " " + of(v)).collect(Collectors.joining())
          + ")";
    }
    if (expression instanceof SearchExpression.Subsearch subsearch) {
      return "[" + subsearch.pipeline().span().text() + "]";
    }
    return of(((SearchExpression.Term) expression).value());
  }

  private static String flatAnd(List<SearchExpression> operands) {
    return operands.stream()
        .map(o -> o instanceof SearchExpression.And and ? flatAnd(and.operands()) : of(o))
        .collect(Collectors.joining(" "));
  }

  private static String flatOr(List<SearchExpression> operands) {
    return operands.stream()
        .map(o -> o instanceof SearchExpression.Or or ? flatOr(or.operands()) : of(o))
        .collect(Collectors.joining(" "));
  }

  private static String of(SearchValue value) {
    String text = value.quoted() ? '"' + value.text() + '"' : value.text();
    return value.directive() == SearchValue.Directive.NONE
        ? text
        : value.directive() + "(" + text + ")";
  }

  static String of(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      boolean isText = literal.value() instanceof TextValue;
      return isText ? '"' + literal.value().text() + '"' : literal.value().text();
    }
    if (expression instanceof Expression.Field field) {
      return field.name();
    }
    if (expression instanceof Expression.Unary unary) {
      boolean isNot = unary.operator() == Expression.UnaryOperator.NOT;
      return (isNot ? "(NOT " : "(- ") + of(unary.operand()) + ")";
    }
    if (expression instanceof Expression.Binary binary) {
      return "(" + binary.operator().symbol() + " " + operands(binary) + ")";
    }
    if (expression instanceof Expression.InList list) {
      return "(IN " + of(list.operand()) + " " + all(list.members()) + ")";
    }
    Expression.Call call = (Expression.Call) expression;
    return call.function() + "(" + all(call.arguments()) + ")";
  }

  private static String operands(Expression.Binary binary) {
    return operand(binary, binary.left()) + " " + operand(binary, binary.right());
  }

  private static String operand(Expression.Binary outer, Expression operand) {
    boolean isFlat =
        operand instanceof Expression.Binary inner
            && inner.operator() == outer.operator()
            && OperandChain.isAssociative(outer.operator());
    return isFlat ? operands((Expression.Binary) operand) : of(operand);
  }

  private static String all(List<Expression> expressions) {
    return expressions.stream().map(TreeText::of).collect(Collectors.joining(" "));
  }
}
