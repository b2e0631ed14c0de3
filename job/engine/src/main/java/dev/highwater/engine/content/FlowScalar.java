package dev.highwater.engine.content;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Reads a plain or quoted YAML scalar, line folding and escapes included. */
final class FlowScalar {

  private static final String ESCAPES = "0abtnvfre\"/\\N_LP \t";
  private static final String ESCAPED = "\0\007\b\t\n\013\f\r\033\"/\\\u0085\u00a0\u2028\u2029 \t";

  private final String file;
  private final int end;
  private final ScalarStyle style;
  private final ScalarText out = new ScalarText();
  private int at;

  FlowScalar(String file, int start, int end, ScalarStyle style) {
    this.file = file;
    this.style = style;
    boolean isQuoted = style != ScalarStyle.PLAIN;
    this.at = isQuoted ? start + 1 : start;
    this.end = isQuoted ? end - 1 : end;
  }

  ScalarText read() {
    out.startAt(at);
    while (at < end) {
      char c = file.charAt(at);
      if (c == ' ' || c == '\t' || isBreak(c)) {
        space();
      } else if (c == '\'' && style == ScalarStyle.SINGLE_QUOTED) {
        out.add(c, at);
        at += 2;
      } else if (c == '\\' && style == ScalarStyle.DOUBLE_QUOTED) {
        escape();
      } else {
        out.add(c, at++);
      }
    }
    return out;
  }

  /** Spaces count inside a line only; one line break is a space, more are one break less. */
  private void space() {
    int start = at;
    skipBlanks();
    if (at >= end || !isBreak(file.charAt(at))) {
      for (int i = start; i < at; i++) {
        out.add(file.charAt(i), i);
      }
      return;
    }
    int first = at;
    skipBreak();
    if (!emptyLines()) {
      out.add(' ', first);
    }
  }

  /** Skips empty lines and the indentation after them; each gives a line feed. */
  private boolean emptyLines() {
    boolean any = false;
    skipBlanks();
    while (at < end && isBreak(file.charAt(at))) {
      out.add('\n', at);
      any = true;
      skipBreak();
      skipBlanks();
    }
    return any;
  }

  private void escape() {
    int start = at;
    char kind = file.charAt(at + 1);
    at += 2;
    if (isBreak(kind)) {
      at--;
      skipBreak();
      emptyLines();
      return;
    }
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
      int codePoint = Integer.parseInt(file, at, at + digits, 16);
      at += digits;
      for (char unit : Character.toChars(codePoint)) {
        out.add(unit, start);
      }
    } else {
      int known = ESCAPES.indexOf(kind);
      out.add(known < 0 ? kind : ESCAPED.charAt(known), start);
    }
  }

  private void skipBlanks() {
    while (at < end && (file.charAt(at) == ' ' || file.charAt(at) == '\t')) {
      at++;
    }
  }

  private void skipBreak() {
    at += file.startsWith("\r\n", at) ? 2 : 1;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
