package dev.highwater.engine.function;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.match.UnsupportedRegexException;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.SplException;
import org.jspecify.annotations.Nullable;

/**
 * An argument that is a regular expression: compiled once where it is a literal, else for each row.
 */
public final class RegexArgument {

  private final @Nullable PcrePattern fixed;
  private final Evaluator evaluator;

  private RegexArgument(@Nullable PcrePattern fixed, Evaluator evaluator) {
    this.fixed = fixed;
    this.evaluator = evaluator;
  }

  /**
   * The argument of a call.
   *
   * @throws SplException when it is a literal that is no regular expression
   */
  public static RegexArgument of(Expression written, Evaluator evaluator) {
    if (!(written instanceof Expression.Literal literal)) {
      return new RegexArgument(null, evaluator);
    }
    try {
      return new RegexArgument(PcrePattern.compile(literal.value().text()), evaluator);
    } catch (UnsupportedRegexException e) {
      throw new SplException(
          Diagnostic.unsupported(written.span(), String.valueOf(e.getMessage())).withRule("S-181"));
    } catch (IllegalArgumentException e) {
      throw new SplException(Diagnostic.error(written.span(), String.valueOf(e.getMessage())));
    }
  }

  /**
   * The pattern for a row; {@code null} when the argument is NULL or, computed, no regular
   * expression.
   */
  public @Nullable PcrePattern pattern(Fields fields, RunContext run) {
    if (fixed != null) {
      return fixed;
    }
    FieldValue value = evaluator.evaluate(fields, run);
    if (value == null) {
      return null;
    }
    try {
      return PcrePattern.compile(value.text());
    } catch (IllegalArgumentException e) {
      return null; // a row's own text is no error of the search: SPL yields NULL
    }
  }
}
