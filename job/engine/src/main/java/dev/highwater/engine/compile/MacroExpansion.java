package dev.highwater.engine.compile;

import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSource;
import java.util.List;
import java.util.Set;

/**
 * A text with its macros put in as far as they could be.
 *
 * @param faults one for each macro that could not; its call is still in the text
 * @param unexpanded those calls as written
 * @param warnings what is to be said of those that could
 */
record MacroExpansion(
    SplSource source, List<Diagnostic> faults, Set<String> unexpanded, List<Diagnostic> warnings) {

  MacroExpansion {
    faults = List.copyOf(faults);
    unexpanded = Set.copyOf(unexpanded);
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether the first command without such calls may be the one that makes the rows: it is the
   * first of all, or nothing but a call stands before it, which may stand for nothing.
   */
  boolean startsWhole(List<CommandCall> calls) {
    if (calls.isEmpty() || isWhole(calls.get(0))) {
      return !calls.isEmpty();
    }
    boolean isOnlyCall = unexpanded.contains(calls.get(0).span().text().strip());
    return isOnlyCall && calls.size() > 1 && isWhole(calls.get(1));
  }

  /** Whether a command holds nothing that a macro should have put there. */
  boolean isWhole(CommandCall call) {
    return unexpanded.isEmpty() || unexpanded.stream().noneMatch(call.span().text()::contains);
  }
}
