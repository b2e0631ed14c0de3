package dev.highwater.engine.compile;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SearchValue.Directive;

/**
 * A bare word or phrase: it stands in {@code _raw} between breakers (S-023, S-032, S-033). Without
 * {@code _raw} nothing matches (S-024).
 */
final class TermTest implements RowPredicate {

  private static final String MAJOR = "[]<>(){}|!;,'\"*\n\r \t&?+";
  private static final String MINOR = "/:=@.-$#%\\_";

  private final boolean startsAnywhere;
  private final boolean endsAnywhere;
  private final boolean minorBreaks;
  private final String literal;
  private final WildcardPattern pattern;
  private final boolean isExact;

  TermTest(SearchValue value) {
    String text = value.text();
    this.startsAnywhere = text.startsWith("*");
    this.endsAnywhere = text.endsWith("*");
    this.minorBreaks = value.directive() != Directive.TERM;
    this.isExact = value.directive() == Directive.CASE;
    this.literal = text;
    String anywhere = "*" + text + "*";
    this.pattern =
        isExact ? WildcardPattern.exact(anywhere) : WildcardPattern.ignoringCase(anywhere);
  }

  @Override
  public boolean matches(Fields fields) {
    FieldValue raw = fields.get("_raw");
    if (raw == null || !pattern.matches(raw.text())) {
      return false;
    }
    return (startsAnywhere && endsAnywhere) || literal.indexOf('*') > 0 || standsFree(raw.text());
  }

  /** Whether an occurrence of the term starts and ends at a breaker or at the end of the text. */
  private boolean standsFree(String raw) {
    String core = literal.replace("*", "");
    for (int at = 0; at + core.length() <= raw.length(); at++) {
      if (raw.regionMatches(!isExact, at, core, 0, core.length())
          && (startsAnywhere
              || at == 0
              || isBreaker(raw.charAt(at - 1))
              || isBreaker(core.charAt(0)))
          && (endsAnywhere || endsFree(raw, at + core.length(), core))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsFree(String raw, int end, String core) {
    return end == raw.length()
        || isBreaker(raw.charAt(end))
        || isBreaker(core.charAt(core.length() - 1));
  }

  private boolean isBreaker(char c) {
    return MAJOR.indexOf(c) >= 0 || (minorBreaks && MINOR.indexOf(c) >= 0);
  }

  @Override
  public FieldSet reads() {
    return FieldSet.of("_raw");
  }
}
