package dev.highwater.engine.command;

import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;

/** Whole numbers among the arguments of a command. */
final class WholeNumber {

  private static final int MOST_DIGITS = 9;

  private WholeNumber() {}

  /**
   * The value of an option, 0 or more.
   *
   * @throws dev.highwater.engine.spl.SplException when it is no such number
   */
  static int of(ArgumentReader arguments, Option option) {
    if (!isSpelledBy(option.value())) {
      throw arguments.error(
          option.value().span(),
          option.name() + " must be a whole number, not '" + option.value().text() + "'");
    }
    return Integer.parseInt(option.value().text());
  }

  /** Whether a bare word is a number of at most nine digits, all that the commands count with. */
  static boolean isSpelledBy(Word word) {
    return !word.quoted() && isSpelledBy(word.text());
  }

  static boolean isSpelledBy(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
