package dev.highwater.engine.compile;

import dev.highwater.engine.spl.SourceSpan;
import java.util.List;

/**
 * A macro where it is used.
 *
 * @param span with the backticks
 * @param arguments as written: trimmed, quotes around the whole of one dropped
 * @param isInQuotes whether it fills a pair of quotes
 */
record MacroCall(SourceSpan span, String name, List<SourceSpan> arguments, boolean isInQuotes) {

  MacroCall {
    arguments = List.copyOf(arguments);
  }

  /** The name with the number of arguments, as messages write it. */
  String signature() {
    return arguments.isEmpty() ? name : name + "(" + arguments.size() + ")";
  }
}
