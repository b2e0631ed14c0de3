package dev.highwater.engine.compile;

import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.SourceSpan;

/** Finds where a command names something. */
final class WrittenName {

  private WrittenName() {}

  /**
   * The first place among the arguments; the command's own name where it is not named by itself.
   */
  static SourceSpan place(CommandCall call, String name) {
    String text = call.arguments().text();
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (isEdge(text, at - 1) && isEdge(text, at + name.length())) {
        int start = call.arguments().start() + at;
        return new SourceSpan(call.arguments().source(), start, start + name.length());
      }
    }
    return call.nameSpan();
  }

  private static boolean isEdge(String text, int at) {
    return at < 0
        || at >= text.length()
        || !(Character.isLetterOrDigit(text.charAt(at)) || "_.{}".indexOf(text.charAt(at)) >= 0);
  }
}
