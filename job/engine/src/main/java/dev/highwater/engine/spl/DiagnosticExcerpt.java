package dev.highwater.engine.spl;

/**
 * The part of a rendered diagnostic that shows the line, the caret and the macros it came through.
 */
final class DiagnosticExcerpt {

  /** Characters of a long line that are shown on each side of the caret. */
  private static final int CONTEXT = 60;

  private DiagnosticExcerpt() {}

  static void append(StringBuilder out, Location location) {
    String line = location.lineText().replace('\t', ' ');
    int at = Math.min(location.column() - 1, line.length());
    int from = Math.max(0, at - CONTEXT);
    int to = Math.min(line.length(), at + CONTEXT);
    String before = from > 0 ? "..." : "";
    String after = to < line.length() ? "..." : "";
    out.append("\n  | ").append(before).append(line, from, to).append(after);
    out.append("\n    ").append(" ".repeat(before.length() + at - from)).append('^');
    Location inner = location;
    for (Location.Expansion step : location.expansions()) {
      out.append("\n  in macro `")
          .append(step.macro())
          .append("` (")
          .append(inner.file())
          .append(':');
      out.append(inner.line()).append("), used at ").append(step.usedIn().display());
      inner = step.usedIn();
    }
  }
}
