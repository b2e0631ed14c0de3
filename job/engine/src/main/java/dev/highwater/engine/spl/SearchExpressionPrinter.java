package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchExpression.And;
import dev.highwater.engine.spl.SearchExpression.Comparison;
import dev.highwater.engine.spl.SearchExpression.Everything;
import dev.highwater.engine.spl.SearchExpression.In;
import dev.highwater.engine.spl.SearchExpression.Not;
import dev.highwater.engine.spl.SearchExpression.Or;
import dev.highwater.engine.spl.SearchExpression.Subsearch;
import dev.highwater.engine.spl.SearchExpression.Term;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Writes search expressions as SPL that parses to an equal expression. */
public final class SearchExpressionPrinter {

  /** Operators, and what ends an expression among the arguments of a command. */
  private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "IN", "BY", "GROUPBY");

  private final StringBuilder out = new StringBuilder();
  private final Function<Subsearch, String> searches;

  private SearchExpressionPrinter(Function<Subsearch, String> searches) {
    this.searches = searches;
  }

  /** The expression, searches in it as they are written; {@code *} for {@link Everything}. */
  public static String print(SearchExpression expression) {
    return print(expression, subsearch -> subsearch.pipeline().span().text());
  }

  /**
   * As {@link #print(SearchExpression)}.
   *
   * @param searches what to write between the brackets of a subsearch
   */
  public static String print(SearchExpression expression, Function<Subsearch, String> searches) {
    SearchExpressionPrinter printer = new SearchExpressionPrinter(searches);
    printer.append(expression);
    return printer.out.toString();
  }

  private void append(SearchExpression expression) {
    if (expression instanceof Everything) {
      out.append('*');
    } else if (expression instanceof And and) {
      appendAll(and, and.operands(), " ");
    } else if (expression instanceof Or or) {
      appendAll(or, or.operands(), " OR ");
    } else if (expression instanceof Not not) {
      out.append("NOT ");
      appendOperand(not, not.operand());
    } else if (expression instanceof Subsearch subsearch) {
      out.append("[ ").append(searches.apply(subsearch)).append(" ]");
    } else {
      appendCondition(expression);
    }
  }

  private void appendCondition(SearchExpression expression) {
    if (expression instanceof Comparison comparison) {
      appendField(comparison.field());
      out.append(comparison.operator().symbol());
      appendValue(comparison.value());
    } else if (expression instanceof In in) {
      appendField(in.field());
      out.append(" IN (");
      String separator = "";
      for (SearchValue value : in.values()) {
        out.append(separator);
        appendValue(value);
        separator = ", ";
      }
      out.append(')');
    } else if (expression instanceof Term term) {
      appendValue(term.value());
    }
  }

  private void appendAll(
      SearchExpression outer, List<SearchExpression> operands, String separator) {
    String before = "";
    for (SearchExpression operand : operands) {
      out.append(before);
      appendOperand(outer, operand);
      before = separator;
    }
  }

  private void appendOperand(SearchExpression outer, SearchExpression operand) {
    boolean isCompound = operand instanceof And || operand instanceof Or;
    boolean needsParentheses = isCompound && operand.getClass() != outer.getClass();
    out.append(needsParentheses ? "(" : "");
    append(operand);
    out.append(needsParentheses ? ")" : "");
  }

  private void appendField(String field) {
    out.append(
        isPlain(field) && field.indexOf('\\') < 0 ? field : '"' + Quotes.escape(field, "\"") + '"');
  }

  /** Whether a bare word says it, wherever it stands. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (CharacterKinds.isSpace(c) || "()\"=<>!|[]`,".indexOf(c) >= 0) {
        return false;
      }
    }
    return !text.isEmpty() && !KEYWORDS.contains(text.toUpperCase(Locale.ROOT));
  }

  private void appendValue(SearchValue value) {
    boolean isBare = !value.quoted() && isPlain(value.text());
    String text = Quotes.escape(value.text(), "\"");
    String written = isBare ? text : '"' + text + '"';
    out.append(
        switch (value.directive()) {
          case NONE -> written;
          case TERM -> "TERM(" + written + ")";
          case CASE -> "CASE(" + written + ")";
        });
  }
}
