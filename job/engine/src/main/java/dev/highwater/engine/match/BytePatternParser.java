package dev.highwater.engine.match;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression as a {@link BytePattern}; gives up with null on anything that is not of its
 * form.
 */
final class BytePatternParser {

  private static final ByteLiteral NOTHING = new ByteLiteral(new byte[0]);

  private final String regex;
  private final List<ByteStep> steps = new ArrayList<>();
  private final ByteArrayOutputStream literal = new ByteArrayOutputStream();
  private final List<Integer> openGroups = new ArrayList<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private int groupCount;
  private int at;

  BytePatternParser(String regex) {
    this.regex = regex;
  }

  @Nullable BytePattern parse() {
    while (at < regex.length()) {
      if (!element()) {
        return null;
      }
    }
    flushLiteral();
    return openGroups.isEmpty() ? new BytePattern(decided(), groupCount, groups) : null;
  }

  private boolean element() {
    char c = regex.charAt(at);
    return switch (c) {
      case '(' -> openGroup();
      case ')' -> closeGroup();
      case '|', '^', '$', '*', '+', '?', '{' -> false;
      default -> atom();
    };
  }

  private boolean openGroup() {
    flushLiteral();
    String name = null;
    at++;
    if (regex.startsWith("?", at)) {
      int open = regex.startsWith("?P<", at) ? at + 3 : regex.startsWith("?<", at) ? at + 2 : -1;
      int close = open < 0 ? -1 : regex.indexOf('>', open);
      if (close < 0 || "=!".indexOf(regex.charAt(open)) >= 0) {
        return false;
      }
      name = regex.substring(open, close);
      at = close + 1;
    }
    int number = ++groupCount;
    if (name != null) {
      groups.putIfAbsent(name, number);
    }
    openGroups.add(number);
    steps.add(new ByteStep.Mark(2 * number));
    return true;
  }

  private boolean closeGroup() {
    flushLiteral();
    if (openGroups.isEmpty()) {
      return false;
    }
    at++;
    steps.add(new ByteStep.Mark(2 * openGroups.remove(openGroups.size() - 1) + 1));
    return at >= regex.length() || "*+?{".indexOf(regex.charAt(at)) < 0;
  }

  private boolean atom() {
    char c = regex.charAt(at);
    if (c != '.' && c != '[' && !(c == '\\' && isClassEscape(at))) {
      return literalCharacter();
    }
    ByteClass members = c == '[' ? characterClass() : c == '.' ? dot() : classEscape();
    if (members == null || !members.isUniformBeyondAscii()) {
      return false;
    }
    int single = members.single();
    if (single >= 0 && (at >= regex.length() || "*+?{".indexOf(regex.charAt(at)) < 0)) {
      literal.write(single); // a literal can be looked for
      return true;
    }
    flushLiteral();
    return quantified(members);
  }

  private ByteClass dot() {
    at++;
    return ByteClass.all();
  }

  private ByteClass classEscape() {
    ByteClass members = escapedClass(regex.charAt(at + 1));
    at += 2;
    return members;
  }

  private boolean quantified(ByteClass members) {
    char c = at < regex.length() ? regex.charAt(at) : 0;
    if (c == '{') {
      return false;
    }
    if (c != '*' && c != '+' && c != '?') {
      steps.add(new ByteStep.One(members));
      return !members.hasBeyondAscii();
    }
    at++;
    char suffix = at < regex.length() ? regex.charAt(at) : 0;
    if (suffix == '+' || (c == '?' && members.hasBeyondAscii())) {
      return false;
    }
    boolean isGreedy = suffix != '?';
    at += isGreedy ? 0 : 1;
    int max = c == '?' ? 1 : Integer.MAX_VALUE;
    steps.add(new ByteStep.Repeat(members, c == '+' ? 1 : 0, max, isGreedy, false, NOTHING));
    return true;
  }

  private boolean literalCharacter() {
    int codePoint = regex.codePointAt(at);
    int length = Character.charCount(codePoint);
    if (codePoint == '\\') {
      codePoint = at + 1 < regex.length() ? escaped(regex.charAt(at + 1)) : -1;
      if (codePoint < 0) {
        return false;
      }
      length = 2;
    }
    at += length;
    if (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
      return quantifiedCharacter(codePoint);
    }
    literal.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /** What a backslash makes of a character, -1 for what is no plain character. */
  private static int escaped(char c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> Character.isLetterOrDigit(c) ? -1 : c;
    };
  }

  private boolean quantifiedCharacter(int codePoint) {
    if (codePoint >= 128) {
      return false;
    }
    flushLiteral();
    ByteClass members = new ByteClass();
    members.add(codePoint);
    return quantified(members);
  }

  private void flushLiteral() {
    if (literal.size() > 0) {
      steps.add(new ByteStep.Literal(new ByteLiteral(literal.toByteArray())));
      literal.reset();
    }
  }

  private boolean isClassEscape(int backslash) {
    return backslash + 1 < regex.length() && "dwsDWS".indexOf(regex.charAt(backslash + 1)) >= 0;
  }

  private static ByteClass escapedClass(char letter) {
    ByteClass members = new ByteClass();
    switch (Character.toLowerCase(letter)) {
      case 'd' -> members.addRange('0', '9');
      case 'w' -> {
        members.addRange('0', '9');
        members.addRange('a', 'z');
        members.addRange('A', 'Z');
        members.add('_');
      }
      default -> {
        members.addRange('\t', '\r');
        members.add(' ');
      }
    }
    return Character.isUpperCase(letter) ? members.complement() : members;
  }

  private @Nullable ByteClass characterClass() {
    at++;
    boolean isNegated = regex.startsWith("^", at);
    at += isNegated ? 1 : 0;
    ByteClass members = new ByteClass();
    boolean isFirst = true;
    while (at < regex.length() && (isFirst || regex.charAt(at) != ']')) {
      isFirst = false;
      if (!classMember(members)) {
        return null;
      }
    }
    if (at >= regex.length()) {
      return null;
    }
    at++;
    return isNegated ? members.complement() : members;
  }

  private boolean classMember(ByteClass members) {
    if (isClassEscape(at) && regex.charAt(at) == '\\') {
      members.addAll(escapedClass(regex.charAt(at + 1)));
      at += 2;
      return true;
    }
    int from = classCharacter();
    int to = from;
    if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
      at++;
      to = classCharacter();
    }
    if (from < 0 || to < from) {
      return false;
    }
    members.addRange(from, to);
    return true;
  }

  /** An ASCII character inside a class, -1 for anything else. */
  private int classCharacter() {
    char c = regex.charAt(at);
    if (c == '[' && regex.startsWith("[:", at)) {
      return -1;
    }
    int member = c;
    if (c == '\\') {
      at++;
      member = at < regex.length() ? escaped(regex.charAt(at)) : -1;
    }
    at++;
    return member < 128 ? member : -1;
  }

  /** Notes at each repeat what follows it, so that most need no backtracking. */
  private List<ByteStep> decided() {
    List<ByteStep> result = new ArrayList<>(steps);
    for (int i = 0; i < result.size(); i++) {
      if (result.get(i) instanceof ByteStep.Repeat repeat) {
        ByteLiteral following = literalBehind(result, i);
        boolean isDecided =
            repeat.isGreedy()
                && (following == null
                    || (following.length() > 0 && !repeat.members().has(following.first())));
        result.set(
            i,
            new ByteStep.Repeat(
                repeat.members(),
                repeat.min(),
                repeat.max(),
                repeat.isGreedy(),
                isDecided,
                following == null ? NOTHING : following));
      }
    }
    return result;
  }

  /**
   * The literal behind a step, nothing where no literal follows, null at the end of the pattern.
   */
  private static @Nullable ByteLiteral literalBehind(List<ByteStep> steps, int index) {
    for (int i = index + 1; i < steps.size(); i++) {
      if (steps.get(i) instanceof ByteStep.Literal next) {
        return next.literal();
      }
      if (!(steps.get(i) instanceof ByteStep.Mark)) {
        return NOTHING;
      }
    }
    return null;
  }
}
