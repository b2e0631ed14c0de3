package dev.highwater.engine.spl;

import java.util.List;

/**
 * A macro where it is used.
 *
 * @param span with the backticks
 * @param arguments as written: trimmed, quotes around the whole of one dropped
 * @param isInQuotes whether it fills a pair of quotes
 */
public record MacroCall(
    SourceSpan span, String name, List<SourceSpan> arguments, boolean isInQuotes) {

  public MacroCall {
    arguments = List.copyOf(arguments);
  }

  /** The name with the number of arguments, as messages write it. */
  public String signature() {
    return arguments.isEmpty() ? name : name + "(" + arguments.size() + ")";
  }
}
