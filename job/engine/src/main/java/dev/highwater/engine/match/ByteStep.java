package dev.highwater.engine.match;

/** One step of a {@link BytePattern}. */
sealed interface ByteStep {

  /** The offset behind this step when it starts at {@code at}, -1 when it does not match there. */
  int advance(byte[] text, int at, int to, int[] match);

  /** These bytes. */
  record Literal(ByteLiteral literal) implements ByteStep {
    @Override
    public int advance(byte[] text, int at, int to, int[] match) {
      return at + literal.length() <= to && literal.standsAt(text, at) ? at + literal.length() : -1;
    }
  }

  /** One byte of a class. */
  record One(ByteClass members) implements ByteStep {
    @Override
    public int advance(byte[] text, int at, int to, int[] match) {
      return at < to && members.has(text[at]) ? at + 1 : -1;
    }
  }

  /** Notes the offset: the start of a group at an even slot, its end at an odd one. */
  record Mark(int slot) implements ByteStep {
    @Override
    public int advance(byte[] text, int at, int to, int[] match) {
      match[slot] = at;
      return at;
    }
  }

  /**
   * Several bytes of a class. The pattern itself tries the lengths.
   *
   * @param isDecided greedy, and what follows cannot start with a member: the longest run is the
   *     only choice
   * @param following for a lazy one, the literal that follows; empty where none does
   */
  record Repeat(
      ByteClass members,
      int min,
      int max,
      boolean isGreedy,
      boolean isDecided,
      ByteLiteral following)
      implements ByteStep {
    @Override
    public int advance(byte[] text, int at, int to, int[] match) {
      throw new UnsupportedOperationException("a repeat has no single length");
    }

    /** The offset behind the longest run of members from {@code at}. */
    int run(byte[] text, int at, int to) {
      int end = max == Integer.MAX_VALUE ? to : Math.min(to, at + max);
      int i = at;
      while (i < end && members.has(text[i])) {
        i++;
      }
      return i;
    }

    /** Whether an end there is inside of a character of several bytes. */
    boolean cutsCharacter(byte[] text, int end, int to) {
      return members.hasBeyondAscii()
          && end < to
          && (text[end] & 0xc0) == 0x80
          && end > 0
          && text[end - 1] < 0;
    }

    /** Whether every byte is a member: a lazy run needs no look at the bytes that it takes in. */
    boolean takesAnything() {
      return members.isAll() && max == Integer.MAX_VALUE;
    }
  }
}
