package dev.highwater.engine.spl;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is a valid search expression and surely means something other than it seems to. */
final class SearchWarnings {

  private static final Set<String> OPERATORS = Set.of("and", "or", "not", "xor");

  private SearchWarnings() {}

  /**
   * A written AND beside a written OR, without parentheses (S-001). Operators that come out of
   * different macros were not written beside each other.
   */
  static void ofMixedOperators(
      @Nullable SourceSpan and, @Nullable SourceSpan or, SplCursor cursor) {
    if (and != null
        && or != null
        && and.location().expansions().equals(or.location().expansions())) {
      cursor.warn(
          Diagnostic.warning(or, "OR binds tighter than AND here, unlike in eval and where")
              .withHint("Put parentheses around what belongs together")
              .withRule("S-001"));
    }
  }

  /**
   * A condition by itself.
   *
   * @param isFirst whether it stands at the start of the expression
   */
  static void of(SearchExpression condition, boolean isFirst, SplCursor cursor) {
    if (!cursor.takesWarnings()) {
      return;
    }
    if (condition instanceof SearchExpression.Term term && !term.value().quoted()) {
      ofWord(term.value(), isFirst, cursor);
    } else if (condition instanceof SearchExpression.Comparison comparison) {
      ofComparison(comparison, cursor);
    }
  }

  private static void ofWord(SearchValue word, boolean isFirst, SplCursor cursor) {
    String key = word.text().toLowerCase(Locale.ROOT);
    if (OPERATORS.contains(key)) {
      cursor.warn(
          Diagnostic.warning(word.span(), "'" + word.text() + "' is a word to look for here")
              .withHint(
                  key.equals("xor")
                      ? "A search expression has no XOR"
                      : "Write " + key.toUpperCase(Locale.ROOT) + " for the operator")
              .withRule("S-003"));
    } else if (isFirst && key.equals("search")) {
      cursor.warn(
          Diagnostic.warning(word.span(), "'search' is a word to look for in _raw here")
              .withHint("Leave it out: the command is written already")
              .withRule("S-024"));
    } else if (cursor.charAt(word.span().end()) == '(' && isName(key)) {
      cursor.warn(
          Diagnostic.warning(
                  word.span(), "'" + word.text() + "' is no function in a search expression")
              .withHint("Write '| where " + word.text() + "(...)'")
              .withRule("S-926"));
    }
  }

  private static boolean isName(String word) {
    return word.chars().allMatch(c -> CharacterKinds.isNamePart((char) c));
  }

  private static void ofComparison(SearchExpression.Comparison comparison, SplCursor cursor) {
    SearchValue value = comparison.value();
    if (comparison.operator() == SearchExpression.Operator.NOT_EQUAL && value.text().equals("*")) {
      cursor.warn(
          Diagnostic.warning(comparison.span(), "'" + comparison.field() + "!=*' is never true")
              .withHint("Write NOT " + comparison.field() + "=* for a missing field")
              .withRule("S-012"));
    } else if (!value.quoted()
        && value.directive() == SearchValue.Directive.NONE
        && value.text().indexOf('(') >= 0) {
      cursor.warn(
          Diagnostic.warning(value.span(), "parentheses belong to the value here")
              .withHint("Put the value in quotes")
              .withRule("S-022"));
    }
  }
}
