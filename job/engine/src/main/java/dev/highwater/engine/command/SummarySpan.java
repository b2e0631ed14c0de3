package dev.highwater.engine.command;

import dev.highwater.engine.plan.TimeSpan;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;

/** The spans of commands that aggregate where events are read: no less than a second (S-261). */
final class SummarySpan {

  private SummarySpan() {}

  /**
   * The span that a text names.
   *
   * @throws SplException for what is no span, or too short a one
   */
  static TimeSpan of(String text, SourceSpan place) {
    TimeSpan span = TimeSpan.parse(text);
    boolean isShort = span != null && !span.equals(TimeSpan.AUTO) && span.seconds() < 1;
    if (span == null || isShort) {
      throw fault(place, "'" + text + "' is no span of a second or more");
    }
    return span;
  }

  static SplException fault(SourceSpan place, String message) {
    return new SplException(Diagnostic.error(place, message).withRule("S-261"));
  }
}
