package dev.highwater.engine.content;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads a literal or folded block scalar with its chomping and indentation indicators. */
final class BlockScalar {

  private final String file;
  private final int end;
  private final boolean isFolded;
  private final ScalarText out = new ScalarText();
  private char chomping = ' ';
  private int at;

  BlockScalar(String file, int start, int end) {
    this.file = file;
    this.end = Math.min(end, file.length());
    this.isFolded = file.charAt(start) == '>';
    this.at = start + 1;
  }

  /**
   * @param knownIndent columns of indentation; found out from the first line with text when empty
   */
  ScalarText read(OptionalInt knownIndent) {
    header();
    int indent = knownIndent.isPresent() ? knownIndent.getAsInt() : firstIndent();
    out.startAt(at);
    List<Integer> emptyLines = emptyLines(indent);
    while (at < end && column() == indent) {
      emptyLines.forEach(offset -> out.add('\n', offset));
      boolean startsWithText = !isBlank(file.charAt(at));
      line();
      int lineBreak = at;
      boolean hasBreak = at < end;
      skipBreak();
      emptyLines = emptyLines(indent);
      if (at < end && column() == indent) {
        boolean folds = isFolded && startsWithText && !isBlank(file.charAt(at));
        if (!folds) {
          out.add('\n', lineBreak);
        } else if (emptyLines.isEmpty()) {
          out.add(' ', lineBreak);
        }
      } else if (hasBreak && chomping != '-') {
        out.add('\n', lineBreak);
      }
    }
    if (chomping == '+') {
      emptyLines.forEach(offset -> out.add('\n', offset));
    }
    return out;
  }

  private void header() {
    boolean isComment = false;
    for (; at < end && !isBreak(file.charAt(at)); at++) {
      char c = file.charAt(at);
      isComment |= c == '#';
      if (!isComment && (c == '-' || c == '+')) {
        chomping = c;
      }
    }
    skipBreak();
  }

  private int firstIndent() {
    int line = at;
    int greatest = 0;
    for (int i = at; i < end; i++) {
      char c = file.charAt(i);
      if (isBreak(c)) {
        line = i + 1;
      } else if (c != ' ') {
        return Math.max(greatest, i - line);
      }
      greatest = Math.max(greatest, i + 1 - line);
    }
    return greatest;
  }

  /** Skips empty lines and the indentation of the line after them. */
  private List<Integer> emptyLines(int indent) {
    List<Integer> breaks = new ArrayList<>();
    indentation(indent);
    while (at < end && isBreak(file.charAt(at))) {
      breaks.add(at);
      skipBreak();
      indentation(indent);
    }
    return breaks;
  }

  private void indentation(int indent) {
    while (at < end && file.charAt(at) == ' ' && column() < indent) {
      at++;
    }
  }

  private int column() {
    int line = at;
    while (line > 0 && !isBreak(file.charAt(line - 1))) {
      line--;
    }
    return at - line;
  }

  private void line() {
    while (at < end && !isBreak(file.charAt(at))) {
      out.add(file.charAt(at), at);
      at++;
    }
  }

  private void skipBreak() {
    if (at < end) {
      at += file.startsWith("\r\n", at) ? 2 : 1;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
