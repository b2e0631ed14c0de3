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

/** Writes search expressions as SPL that parses to an equal expression. */
public final class SearchExpressionPrinter {

  private final StringBuilder out = new StringBuilder();

  private SearchExpressionPrinter() {}

  /** The expression in one line; {@code *} for {@link Everything}. */
  public static String print(SearchExpression expression) {
    SearchExpressionPrinter printer = new SearchExpressionPrinter();
    printer.append(expression);
    return printer.out.toString();
  }

  private void append(SearchExpression expression) {
    if (expression instanceof Everything) {
      out.append('*');
    } else if (expression instanceof And and) {
      appendAll(and.operands(), " ");
    } else if (expression instanceof Or or) {
      appendAll(or.operands(), " OR ");
    } else if (expression instanceof Not not) {
      out.append("NOT ");
      appendOperand(not.operand());
    } else if (expression instanceof Subsearch subsearch) {
      out.append("[ ").append(subsearch.pipeline().span().text()).append(" ]");
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

  private void appendAll(List<SearchExpression> operands, String separator) {
    String before = "";
    for (SearchExpression operand : operands) {
      out.append(before);
      appendOperand(operand);
      before = separator;
    }
  }

  private void appendOperand(SearchExpression operand) {
    boolean isCompound = operand instanceof And || operand instanceof Or;
    out.append(isCompound ? "(" : "");
    append(operand);
    out.append(isCompound ? ")" : "");
  }

  private void appendField(String field) {
    boolean isPlain = SearchOperandReader.isPlainField(field);
    out.append(isPlain ? field : '"' + Quotes.escape(field, "\"") + '"');
  }

  private void appendValue(SearchValue value) {
    String text = Quotes.escape(value.text(), value.quoted() ? "\"" : SearchValueReader.ESCAPABLE);
    String written = value.quoted() ? '"' + text + '"' : text;
    out.append(
        switch (value.directive()) {
          case NONE -> written;
          case TERM -> "TERM(" + written + ")";
          case CASE -> "CASE(" + written + ")";
        });
  }
}
