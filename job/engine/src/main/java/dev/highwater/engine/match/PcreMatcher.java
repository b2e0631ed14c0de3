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
