package dev.highwater.engine.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that stand in whatever a regular expression matches: what it says outside of groups and
 * choices. A look for them in undecoded bytes costs less than a match. Immutable.
 */
public final class RequiredLiterals {

  /** Nothing is required. */
  public static final RequiredLiterals NONE = new RequiredLiterals(List.of());

  /**
   * What is not read: a choice, flags that ignore case or blanks, braces that are no count, and
   * escapes of several characters.
   */
  private static final Pattern HARD =
      Pattern.compile(
          "\\||\\(\\?[a-z-]*[ix]|\\{(?![0-9]+,?[0-9]*\\}|,[0-9]+\\})|\\\\(?:[QEpPxucgkoN0-9]|$)");

  private final List<ByteLiteral> literals;

  private RequiredLiterals(List<ByteLiteral> literals) {
    this.literals = List.copyOf(literals);
  }

  /** The literals of an expression; none where that is not easily said. */
  public static RequiredLiterals of(String regex) {
    List<String> texts = new Reading(regex).texts();
    return new RequiredLiterals(
        texts.stream()
            .map(text -> new ByteLiteral(text.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  /** Whether all of them stand in {@code bytes[from, to)}. */
  public boolean areIn(byte[] bytes, int from, int to) {
    for (int i = 0; i < literals.size(); i++) {
      if (literals.get(i).indexIn(bytes, from, to) < 0) {
        return false;
      }
    }
    return true;
  }

  /** One expression, read from its start; whatever is not plain ends a literal. */
  private static final class Reading {
    private final String regex;
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    Reading(String regex) {
      this.regex = regex;
    }

    List<String> texts() {
      while (at < regex.length()) {
        if (isHard()) {
          return List.of();
        }
        element(regex.charAt(at));
      }
      end();
      return texts;
    }

    /** Whether a choice stands here, or what gives a meaning of its own to what follows. */
    private boolean isHard() {
      Matcher rest = HARD.matcher(regex).region(at, regex.length());
      return rest.lookingAt();
    }

    private void element(char c) {
      switch (c) {
        case '(' -> {
          end();
          skipGroup();
        }
        case '[' -> {
          end();
          skipClass();
        }
        case '*', '?', '{' -> {
          literal.setLength(Math.max(0, literal.length() - 1));
          end();
          at = c == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        }
        case '\\' -> {
          char escaped = regex.charAt(at + 1);
          at += 2;
          plain(escaped, !Character.isLetterOrDigit(escaped));
        }
        default -> {
          at++;
          plain(c, "+.^$".indexOf(c) < 0);
        }
      }
    }

    private void plain(char c, boolean isItself) {
      if (isItself && c < 128) {
        literal.append(c);
      } else {
        end();
      }
    }

    private void end() {
      if (!literal.isEmpty()) {
        texts.add(literal.toString());
        literal.setLength(0);
      }
    }

    private void skipGroup() {
      int depth = 0;
      do {
        char c = regex.charAt(at);
        if (c == '[') {
          skipClass();
        } else {
          depth += c == '(' ? 1 : c == ')' ? -1 : 0;
          at += c == '\\' ? 2 : 1;
        }
      } while (depth > 0 && at < regex.length());
    }

    private void skipClass() {
      at++;
      at += regex.startsWith("^", at) ? 1 : 0;
      at += regex.startsWith("]", at) ? 1 : 0;
      while (at < regex.length() && regex.charAt(at) != ']') {
        at += regex.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    }
  }
}
