package dev.highwater.engine.match;

/**
 * A text that lets its characters be looked at only so often: how a match that tries endless
 * combinations is brought to an end.
 */
final class MatchBudget implements CharSequence {

  private static final long LEAST = 1_000_000;
  private static final long FOR_A_CHARACTER = 100;

  /** Thrown instead of the next character; never leaves this package. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("match limit", null, false, false);
    }
  }

  private final CharSequence text;
  private long left;

  MatchBudget(CharSequence text) {
    this.text = text;
    this.left = LEAST + FOR_A_CHARACTER * text.length();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
