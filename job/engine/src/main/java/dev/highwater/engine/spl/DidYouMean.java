package dev.highwater.engine.spl;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what a misspelt name was meant to be. */
public final class DidYouMean {

  private static final int LONGEST = 80;

  private DidYouMean() {}

  /**
   * The known name nearest to {@code word}, ignoring case, the first in alphabetical order of
   * several; null when none is near: one letter in three may be wrong, missing, added or swapped
   * with its neighbour, three at most.
   */
  public static @Nullable String nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return null;
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    int bound = Math.min(3, (wanted.length() + 1) / 3);
    String best = null;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - wanted.length()) > bound) {
        continue;
      }
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance < bound
          || (distance == bound && (best == null || candidate.compareTo(best) < 0))) {
        best = candidate;
        bound = distance;
      }
    }
    return best;
  }

  /** Edits between two words; a swap of neighbours is one. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + substitution, Math.min(last[j], row[j - 1]) + 1);
        if (isSwap(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
