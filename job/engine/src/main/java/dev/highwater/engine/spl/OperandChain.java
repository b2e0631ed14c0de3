package dev.highwater.engine.spl;

import dev.highwater.engine.spl.Expression.Binary;
import dev.highwater.engine.spl.Expression.BinaryOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * Operands joined from left to right. A run of one associative operator becomes a balanced tree, so
 * that a thousand alternatives are no thousand levels.
 */
final class OperandChain {

  private List<Expression> run = new ArrayList<>();
  private int runHeight;
  private BinaryOperator operator = BinaryOperator.MINUS;

  OperandChain(Expression first, int height) {
    restart(first, height);
  }

  private void restart(Expression first, int height) {
    run = new ArrayList<>();
    run.add(first);
    runHeight = height;
  }

  void add(BinaryOperator next, Expression operand, int height) {
    if (next != operator || !isAssociative(next)) {
      Expression left = expression();
      int leftHeight = height();
      restart(left, leftHeight);
      operator = next;
      if (isAssociative(next)) {
        run.clear();
        addLeaves(left);
      }
    }
    runHeight = Math.max(runHeight, height);
    if (isAssociative(next)) {
      addLeaves(operand);
    } else {
      run.add(operand);
    }
  }

  /** Makes everything so far the one operand of what comes. */
  void replace(Expression whole, int height) {
    restart(whole, Math.max(height, height()) + 1);
  }

  private void addLeaves(Expression expression) {
    if (expression instanceof Binary binary && binary.operator() == operator) {
      addLeaves(binary.left());
      addLeaves(binary.right());
    } else {
      run.add(expression);
    }
  }

  static boolean isAssociative(BinaryOperator operator) {
    return switch (operator) {
      case AND, OR, XOR, CONCATENATE -> true;
      default -> false;
    };
  }

  Expression expression() {
    return balanced(0, run.size());
  }

  /** An upper bound of the height of the tree. */
  int height() {
    return runHeight + 32 - Integer.numberOfLeadingZeros(run.size() - 1);
  }

  private Expression balanced(int from, int to) {
    if (to - from == 1) {
      return run.get(from);
    }
    int middle = (from + to + 1) / 2;
    Expression left = balanced(from, middle);
    Expression right = balanced(middle, to);
    return new Binary(left.span().to(right.span()), operator, left, right);
  }
}
