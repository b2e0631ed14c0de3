package dev.highwater.engine.spl;

import dev.highwater.engine.spl.Expression.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What may stand behind an operand of an eval expression, and how tightly it binds (S-120). */
enum InfixOperator {
  XOR("XOR", 1, BinaryOperator.XOR),
  OR("OR", 2, BinaryOperator.OR),
  AND("AND", 3, BinaryOperator.AND),
  LIKE("LIKE", 5, BinaryOperator.LIKE),
  IN("IN", 5, null),
  // the longer symbol first where one begins with another
  DOUBLE_EQUAL("==", 5, BinaryOperator.EQUAL),
  EQUAL("=", 5, BinaryOperator.EQUAL),
  NOT_EQUAL("!=", 5, BinaryOperator.NOT_EQUAL),
  LESS_OR_EQUAL("<=", 5, BinaryOperator.LESS_OR_EQUAL),
  LESS("<", 5, BinaryOperator.LESS),
  GREATER_OR_EQUAL(">=", 5, BinaryOperator.GREATER_OR_EQUAL),
  GREATER(">", 5, BinaryOperator.GREATER),
  PLUS("+", 6, BinaryOperator.PLUS),
  MINUS("-", 6, BinaryOperator.MINUS),
  CONCATENATE(".", 6, BinaryOperator.CONCATENATE),
  TIMES("*", 7, BinaryOperator.TIMES),
  DIVIDE("/", 7, BinaryOperator.DIVIDE),
  MODULO("%", 7, BinaryOperator.MODULO);

  /** Of NOT, which is no infix operator. */
  static final int RANK_OF_NOT = 4;

  /** Of the minus before an operand. */
  static final int RANK_OF_SIGN = 8;

  private static final InfixOperator[] ALL = values();

  private final String symbol;
  private final int rank;
  private final @Nullable BinaryOperator binary;

  InfixOperator(String symbol, int rank, @Nullable BinaryOperator binary) {
    this.symbol = symbol;
    this.rank = rank;
    this.binary = binary;
  }

  /** A higher rank binds more tightly. */
  int rank() {
    return rank;
  }

  /** The operator of the tree; null for IN, whose right side is a list. */
  @Nullable BinaryOperator binary() {
    return binary;
  }

  static int rank(BinaryOperator operator) {
    for (InfixOperator candidate : ALL) {
      if (candidate.binary == operator) {
        return candidate.rank;
      }
    }
    throw new IllegalArgumentException("Invalid operator: " + operator + " (has no rank)");
  }

  /** Reads the next operator if it binds at least as tightly as {@code rank}. */
  static @Nullable InfixOperator tryRead(SplCursor cursor, int rank) {
    for (InfixOperator candidate : ALL) {
      if (isNext(cursor, candidate.symbol)) {
        if (candidate.rank < rank) {
          return null;
        }
        cursor.moveTo(cursor.position() + candidate.symbol.length());
        return candidate;
      }
    }
    return null;
  }

  /** Whether a symbol, or a word in any case, is next as a whole. */
  static boolean isNext(SplCursor cursor, String symbol) {
    int start = cursor.position();
    int end = start + symbol.length();
    boolean isWord = CharacterKinds.isNamePart(symbol.charAt(0));
    return end <= cursor.end()
        && cursor.text().regionMatches(isWord, start, symbol, 0, symbol.length())
        && !(isWord && CharacterKinds.isNamePart(cursor.charAt(end)));
  }
}
