package dev.highwater.engine.command;

import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code s/regex/replacement/}, with {@code g} for all matches or a number for that match alone; or
 * {@code y/abc/xyz/}, which replaces characters. Rule S-320.
 */
public final class SedScript {

  private final String written;
  private final Change change;

  /** What the script does to a text; {@code tally} is told of a match that was given up. */
  @FunctionalInterface
  private interface Change {
    /** The changed text; {@code tally} is told of a match that was given up. */
    String apply(String text, Consumer<String> tally);
  }

  private SedScript(String written, Change change) {
    this.written = written;
    this.change = change;
  }

  /**
   * The script that a text is.
   *
   * @param span where it is written
   * @throws SplException when it is none
   */
  public static SedScript parse(SourceSpan span, String written) {
    String text = written.strip();
    boolean isSubstitution = text.startsWith("s");
    if (text.length() < 2 || !(isSubstitution || text.startsWith("y"))) {
      throw malformed(span, text);
    }
    List<String> parts = split(text);
    if (parts.size() != 3) {
      throw malformed(span, text);
    }
    return new SedScript(
        text, isSubstitution ? substitution(span, parts) : exchange(span, text, parts));
  }

  private static SplException malformed(SourceSpan span, String text) {
    return new SplException(
        Diagnostic.error(span, "'" + text + "' is no sed script")
            .withHint("Write s/regex/replacement/g or y/abc/xyz/"));
  }

  /** What stands between the separators; one that a backslash protects is part of the text. */
  private static List<String> split(String text) {
    char separator = text.charAt(1);
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        part.append(next == separator ? "" : "\\").append(next);
      } else if (c == separator && parts.size() < 2) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static Change substitution(SourceSpan span, List<String> parts) {
    PcrePattern pattern = RegexText.compile(span, parts.get(0));
    String replacement = parts.get(1);
    String flags = parts.get(2);
    if (flags.equals("g")) {
      return (text, tally) -> pattern.replaceAll(text, replacement, tally);
    }
    if (!flags.isEmpty() && !(WholeNumber.isSpelledBy(flags) && Integer.parseInt(flags) > 0)) {
      throw new SplException(
          Diagnostic.error(span, "unknown flag '" + flags + "' of a sed script")
              .withHint("Write g or a number"));
    }
    int number = flags.isEmpty() ? 1 : Integer.parseInt(flags);
    return (text, tally) -> {
      PcreMatcher matcher = pattern.matcher(text);
      String changed = replaceOne(matcher, number, text, replacement);
      matcher.tellLimit(tally);
      return changed;
    };
  }

  private static String replaceOne(
      PcreMatcher matcher, int number, String text, String replacement) {
    for (int i = 0; i < number; i++) {
      if (!matcher.find()) {
        return text;
      }
    }
    StringBuilder out = new StringBuilder().append(text, 0, matcher.start());
    PcrePattern.appendReplacement(out, matcher, replacement);
    return out.append(text, matcher.end(), text.length()).toString();
  }

  private static Change exchange(SourceSpan span, String text, List<String> parts) {
    String from = parts.get(0);
    String to = parts.get(1);
    if (from.length() != to.length() || !parts.get(2).isEmpty()) {
      throw malformed(span, text);
    }
    return (changed, tally) -> {
      StringBuilder out = new StringBuilder(changed);
      for (int i = 0; i < out.length(); i++) {
        int at = from.indexOf(out.charAt(i));
        if (at >= 0) {
          out.setCharAt(i, to.charAt(at));
        }
      }
      return out.toString();
    };
  }

  /** The changed text; {@code tally} is told of a match that was given up. */
  public String apply(String text, Consumer<String> tally) {
    return change.apply(text, tally);
  }

  /** The script as it was written. */
  String written() {
    return written;
  }
}
