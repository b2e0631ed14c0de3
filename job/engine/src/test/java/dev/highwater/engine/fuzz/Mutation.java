package dev.highwater.engine.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Makes new texts out of known ones. */
final class Mutation {

  private static final int LONGEST = 20_000;

  private static final List<String> PIECES =
      List.of(
          "|",
          "[",
          "]",
          "(",
          ")",
          "\"",
          "'",
          "`",
          "```",
          "\\",
          ",",
          "=",
          "!=",
          "<",
          ">",
          "*",
          "$",
          "{",
          "}",
          ".",
          "-",
          "+",
          " AND ",
          " OR ",
          " NOT ",
          " IN (",
          " by ",
          " as ",
          "eval x=",
          " where ",
          "search ",
          "tstats count from datamodel=",
          "TERM(",
          "match(x,\"(a+)+$\")",
          "\u0000",
          "\n",
          "\u00a0",
          "\ud83d",
          "1e309",
          "0x",
          "if(",
          "case(",
          "LIKE",
          "::",
          "%");

  private final List<String> seeds;
  private final SplittableRandom random;

  Mutation(List<String> seeds, SplittableRandom random) {
    this.seeds = seeds;
    this.random = random;
  }

  /** The next text: one in eight is random characters, the others are seeds with changes. */
  String next() {
    if (random.nextInt(8) == 0) {
      return pieces(1 + random.nextInt(40));
    }
    StringBuilder text = new StringBuilder(seed());
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      change(text);
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
  }

  private String seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private String pieces(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(
          random.nextInt(3) == 0
              ? String.valueOf((char) random.nextInt(32, 256))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(20));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      case 2 -> text.insert(at, text.substring(at, end));
      case 3 -> text.replace(at, end, pieces(2));
      case 4 -> {
        String other = seed();
        int from = random.nextInt(other.length() + 1);
        text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(60)));
      }
      default ->
          text.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(50)));
    }
  }
}
