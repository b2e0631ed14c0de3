package dev.highwater.engine.spl;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something to say about a piece of content: what, where, and what instead.
 *
 * @param rule id of the semantics rule behind it, such as {@code S-005}; null where there is none
 * @param message what is wrong, in one sentence without a final stop
 * @param hint what to write instead; null where nothing better is known than the message
 */
public record Diagnostic(
    Severity severity,
    @Nullable String rule,
    Location location,
    String message,
    @Nullable String hint) {

  /** How bad it is. */
  public enum Severity {
    /** The content cannot run. */
    ERROR,
    /** Valid for Splunk, but not supported here: the content is refused. */
    UNSUPPORTED,
    /** It runs, but surely does not mean what was meant. */
    WARNING
  }

  /** The order of the places where what it is about was written, macros at their use. */
  public static final Comparator<Diagnostic> IN_TEXT_ORDER =
      Comparator.<Diagnostic>comparingInt(each -> each.location().outermost().line())
          .thenComparingInt(each -> each.location().outermost().column());

  public static Diagnostic error(SourceSpan span, String message) {
    return new Diagnostic(Severity.ERROR, null, span.location(), message, null);
  }

  public static Diagnostic unsupported(SourceSpan span, String message) {
    return new Diagnostic(Severity.UNSUPPORTED, null, span.location(), message, null);
  }

  public static Diagnostic warning(SourceSpan span, String message) {
    return new Diagnostic(Severity.WARNING, null, span.location(), message, null);
  }

  public Diagnostic withRule(String newRule) {
    return new Diagnostic(severity, newRule, location, message, hint);
  }

  public Diagnostic withHint(String newHint) {
    return new Diagnostic(severity, rule, location, message, newHint);
  }

  public boolean isWarning() {
    return severity == Severity.WARNING;
  }

  /**
   * {@code file:line:column: message. hint [rule]}, the line with a caret, and the chain of macros.
   */
  public String render() {
    StringBuilder out = new StringBuilder(location.display()).append(": ");
    if (isWarning()) {
      out.append("warning: ");
    }
    out.append(message);
    if (hint != null) {
      out.append(". ").append(hint);
    }
    if (rule != null) {
      out.append("   [").append(rule).append(']');
    }
    DiagnosticExcerpt.append(out, location);
    return out.toString();
  }
}
