package dev.highwater.engine.match;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in PCRE's syntax, run by Java's engine (S-180..S-187). Unanchored and
 * case-sensitive unless the expression says otherwise.
 */
public final class PcrePattern {

  /** Java's engine takes quadratic time to prepare a long literal. */
  private static final int LONGEST = 32_768;

  private final String regex;
  private final Pattern pattern;
  private final Map<String, Integer> groups;
  private final boolean isBounded;

  private PcrePattern(
      String regex, Pattern pattern, Map<String, Integer> groups, boolean isBounded) {
    this.regex = regex;
    this.pattern = pattern;
    this.groups = groups;
    this.isBounded = isBounded;
  }

  /**
   * As {@code rex}, {@code regex}, {@code match} and {@code replace} use it.
   *
   * @throws UnsupportedRegexException for what PCRE knows and Java's engine cannot run
   * @throws IllegalArgumentException with a sentence that says what is wrong and where in the
   *     expression
   */
  public static PcrePattern compile(String regex) {
    return compile(regex, 0);
  }

  /** As {@code EXTRACT-} and {@code REPORT-} use it: {@code (?ms)} holds (S-182). */
  public static PcrePattern compileForExtraction(String regex) {
    return compile(regex, Pattern.DOTALL | Pattern.MULTILINE);
  }

  /**
   * For the bytes of a {@link ByteText}: what the expression spells is meant in UTF-8, and a
   * character of it that is not ASCII is several bytes, so that it stands in no class.
   */
  public static PcrePattern compileForBytes(String regex) {
    return compile(
        new String(regex.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), 0);
  }

  private static PcrePattern compile(String regex, int flags) {
    if (regex.length() > LONGEST) {
      throw new IllegalArgumentException(
          "bad regular expression: longer than " + LONGEST + " characters");
    }
    PcreTranslation translation = PcreTranslation.of(regex);
    try {
      Pattern pattern = Pattern.compile(translation.javaRegex(), flags | Pattern.UNIX_LINES);
      return new PcrePattern(
          regex, pattern, new LinkedHashMap<>(translation.groups()), translation.canRepeat());
    } catch (StackOverflowError e) { // Java reads nested groups by recursion
      throw new IllegalArgumentException("bad regular expression: nested too deep", e);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "bad regular expression '"
              + regex
              + "': "
              + e.getDescription()
              + " near index "
              + e.getIndex(),
          e);
    }
  }

  /** The expression as written. */
  public String regex() {
    return regex;
  }

  /** The matches in a text. */
  public PcreMatcher matcher(CharSequence text) {
    return new PcreMatcher(pattern.matcher(isBounded ? new MatchBudget(text) : text), regex);
  }

  /** Number of groups, named or not. */
  public int groupCount() {
    return pattern.matcher("").groupCount();
  }

  /** Names of the named groups with their numbers, in order. */
  public Map<String, Integer> groups() {
    return groups;
  }

  /**
   * Whether the expression matches somewhere in the text.
   *
   * @param tally is told when the limit ended the search (S-929)
   */
  public boolean find(CharSequence text, Consumer<String> tally) {
    PcreMatcher matcher = matcher(text);
    boolean isFound = matcher.find();
    matcher.tellLimit(tally);
    return isFound;
  }

  /**
   * Replaces all matches; {@code \1} in the replacement stands for a group (S-146, S-187).
   *
   * @param tally is told when the limit ended the search; what was replaced by then stays so
   */
  public String replaceAll(String text, String replacement, Consumer<String> tally) {
    PcreMatcher matcher = matcher(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start());
      appendReplacement(out, matcher, replacement);
      at = matcher.end();
    }
    matcher.tellLimit(tally);
    return at == 0 && out.isEmpty() ? text : out.append(text, at, text.length()).toString();
  }

  /** Appends what {@code replacement} stands for after the match that was found last (S-187). */
  public static void appendReplacement(StringBuilder out, PcreMatcher matcher, String replacement) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
      if (c == '\\' && next >= '0' && next <= '9') {
        int group = next - '0';
        String value = group <= matcher.groupCount() ? matcher.group(group) : null;
        out.append(value == null ? "" : value);
        i++;
      } else if (c == '\\' && next == '\\') {
        out.append('\\');
        i++;
      } else {
        out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return regex;
  }
}
