package dev.highwater.engine.plan;

/**
 * How many arguments a function takes.
 *
 * @param most {@link Integer#MAX_VALUE} for any number
 */
public record Arity(int least, int most) {

  public static Arity exactly(int count) {
    return new Arity(count, count);
  }

  public static Arity between(int least, int most) {
    return new Arity(least, most);
  }

  public static Arity atLeast(int count) {
    return new Arity(count, Integer.MAX_VALUE);
  }

  public boolean allows(int count) {
    return count >= least && count <= most;
  }

  /**
   * As a message says it: {@code 2 arguments}, {@code 1 to 3 arguments}, {@code at least 2
   * arguments}.
   */
  public String describe() {
    if (least == most) {
      return least == 1 ? "1 argument" : least + " arguments";
    }
    return most == Integer.MAX_VALUE
        ? "at least " + (least == 1 ? "1 argument" : least + " arguments")
        : least + " to " + most + " arguments";
  }
}
