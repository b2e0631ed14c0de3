package dev.highwater.engine.optimize;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left in one piece of a text when all matches of an expression are deleted from it. */
final class DeletedText {

  /**
   * Deletes one stretch from the start, or from the start of lines: a literal of one line behind it
   * is untouched.
   */
  private static final Pattern FROM_THE_START =
      Pattern.compile("\\^?(\\(\\?s\\))?\\(?\\.\\*\\\\?[/\\\\]+\\)?");

  /** Ends in as many as possible of a class: no member of the class can follow a deletion. */
  private static final Pattern ENDS_IN_CLASS =
      Pattern.compile("\\(?[^()\\[\\]{}*+?|\\\\^$.]*(\\[(?:\\\\.|[^\\]\\\\^])+\\])\\+\\)?");

  private DeletedText() {}

  /**
   * The longest part of {@code literal} that stood in the text in one piece before the deletion;
   * empty when nothing can be said.
   */
  static String longestKept(String regex, String literal) {
    if (FROM_THE_START.matcher(regex).matches()) {
      return longestLine(literal);
    }
    Matcher ending = ENDS_IN_CLASS.matcher(regex);
    return ending.matches() ? longestUncut(literal, Pattern.compile(ending.group(1))) : "";
  }

  /** Where a line starts, something may be gone. */
  private static String longestLine(String literal) {
    return literal.lines().max(Comparator.comparingInt(String::length)).orElse("");
  }

  private static String longestUncut(String literal, Pattern members) {
    String longest = "";
    int start = 0;
    for (int i = 1; i <= literal.length(); i++) {
      boolean mayBeCut = i == literal.length() || !isMember(members, literal.charAt(i));
      if (mayBeCut) {
        longest = i - start > longest.length() ? literal.substring(start, i) : longest;
        start = i;
      }
    }
    return longest;
  }

  /** In either case: the literal is compared without regard to it. */
  private static boolean isMember(Pattern members, char c) {
    return members.matcher(String.valueOf(c)).matches()
        && members.matcher(String.valueOf(Character.toUpperCase(c))).matches();
  }
}
