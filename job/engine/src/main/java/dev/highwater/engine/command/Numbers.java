package dev.highwater.engine.command;

import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;

/** Numbers among the options of commands. */
final class Numbers {

  private static final int MOST_DIGITS = 18;

  private Numbers() {}

  /** A whole number of at least 0. */
  static long whole(Option option, ArgumentReader arguments) {
    String text = option.value().text();
    boolean isWhole =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isWhole) {
      throw arguments.error(
          option.value().span(), option.name() + " must be a whole number, not '" + text + "'");
    }
    return Long.parseLong(text);
  }
}
