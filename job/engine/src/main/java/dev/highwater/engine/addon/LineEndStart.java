package dev.highwater.engine.addon;

import java.util.regex.Pattern;

/** How much of what a {@code LINE_BREAKER} matches is known to be a line end. */
enum LineEndStart {
  /** Nothing: it may match anywhere. */
  NONE,
  /** Its match begins with one. */
  START,
  /** Its first group is one, and begins the match. */
  WHOLE_GROUP;

  /** An expression of line ends: one at least. */
  private static final String ENDS =
      "(?:\\[(?:\\\\r\\\\n|\\\\n\\\\r|\\\\n)\\]\\+|\\\\r\\?\\\\n|\\\\r\\\\n|\\\\n\\+|\\\\n)";

  private static final Pattern GROUP =
      Pattern.compile("\\(" + ENDS + "\\)(?![?*{]).*", Pattern.DOTALL);
  private static final Pattern BEGINNING =
      Pattern.compile("\\(" + ENDS + "(?![?*+{]).*", Pattern.DOTALL);

  static LineEndStart of(String regex) {
    if (hasAlternative(regex, 0)) {
      return NONE;
    }
    if (GROUP.matcher(regex).matches()) {
      return WHOLE_GROUP;
    }
    int close = closeOfFirst(regex);
    boolean isOptional = close + 1 < regex.length() && "?*{".indexOf(regex.charAt(close + 1)) >= 0;
    return !isOptional && !hasAlternative(regex, 1) && BEGINNING.matcher(regex).matches()
        ? START
        : NONE;
  }

  /** Whether there is a choice in no more than so many groups. */
  private static boolean hasAlternative(String regex, int mostDepth) {
    int depth = 0;
    boolean isInClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (isInClass) {
        isInClass = c != ']';
      } else if (c == '|' && depth <= mostDepth) {
        return true;
      } else {
        isInClass = c == '[';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return false;
  }

  /** Index of the parenthesis that closes the group at the beginning. */
  private static int closeOfFirst(String regex) {
    int depth = 0;
    boolean isInClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (isInClass) {
        isInClass = c != ']';
      } else {
        isInClass = c == '[';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return regex.length();
  }
}
