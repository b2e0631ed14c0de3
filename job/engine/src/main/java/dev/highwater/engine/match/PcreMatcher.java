package dev.highwater.engine.match;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a pattern in one text, from left to right. A match that needs too many steps is
 * none, and neither are those behind it (S-186, S-929). For one thread.
 */
public final class PcreMatcher implements MatchResult {

  private final Matcher matcher;
  private final String regex;
  private boolean isExhausted;
  private boolean isTold;

  PcreMatcher(Matcher matcher, String regex) {
    this.matcher = matcher;
    this.regex = regex;
  }

  /** Moves to the next match; false when there is none. */
  public boolean find() {
    if (isExhausted) {
      return false;
    }
    try {
      return matcher.find();
    } catch (MatchBudget.Exhausted | StackOverflowError e) { // Java's engine recurses by character
      isExhausted = true;
      return false;
    }
  }

  /**
   * Whether the text from {@code from} on begins with a match that needs nothing at or behind
   * {@code to}, and nothing before {@code from}.
   */
  public boolean matchesAt(int from, int to) {
    if (isExhausted) {
      return false;
    }
    try {
      matcher.region(from, to).useAnchoringBounds(false);
      return matcher.lookingAt();
    } catch (MatchBudget.Exhausted | StackOverflowError e) { // as in find
      isExhausted = true;
      return false;
    }
  }

  /** Moves to the first match at or behind {@code from}; false when there is none. */
  public boolean findFrom(int from) {
    if (isExhausted || from > matcher.regionEnd()) {
      return false;
    }
    try {
      return matcher.find(from);
    } catch (MatchBudget.Exhausted | StackOverflowError e) { // as in find
      isExhausted = true;
      return false;
    }
  }

  /** Whether more text behind the end could have changed what was found or not found last. */
  public boolean touchesEnd() {
    return !isExhausted && matcher.hitEnd();
  }

  /** Goes back to the start of the text; the steps that were taken stay counted. */
  public void reset() {
    matcher.reset();
  }

  /**
   * Says, once for a text, that the limit ended the search: there may be matches that were not
   * found. To be called when no more matches are wanted.
   */
  public void tellLimit(Consumer<String> tally) {
    if (isExhausted && !isTold) {
      isTold = true;
      tally.accept("match limit reached by the regular expression '" + regex + "'");
    }
  }

  @Override
  public int start() {
    return matcher.start();
  }

  @Override
  public int start(int group) {
    return matcher.start(group);
  }

  @Override
  public int end() {
    return matcher.end();
  }

  @Override
  public int end(int group) {
    return matcher.end(group);
  }

  @Override
  public String group() {
    return matcher.group();
  }

  /** The text of a group, {@code null} where it took no part in the match. */
  @Override
  public @Nullable String group(int group) {
    return matcher.group(group);
  }

  @Override
  public int groupCount() {
    return matcher.groupCount();
  }
}
