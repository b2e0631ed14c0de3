package dev.highwater.engine.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in which {@code *} stands for any run of characters, none included, and which matches
 * whole texts (S-020). Linear in the text for each piece between the wildcards.
 */
public final class WildcardPattern {

  private final List<String> pieces;
  private final boolean ignoresCase;

  private WildcardPattern(List<String> pieces, boolean ignoresCase) {
    this.pieces = List.copyOf(pieces);
    this.ignoresCase = ignoresCase;
  }

  /** A pattern for which case does not count. */
  public static WildcardPattern ignoringCase(String pattern) {
    return new WildcardPattern(split(CaseFolding.fold(pattern)), true);
  }

  /** A pattern for which case counts. */
  public static WildcardPattern exact(String pattern) {
    return new WildcardPattern(split(pattern), false);
  }

  private static List<String> split(String pattern) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', start)) {
      pieces.add(pattern.substring(start, star));
      start = star + 1;
    }
    pieces.add(pattern.substring(start));
    return pieces;
  }

  /**
   * The texts between the wildcards that every match holds, none of them empty; folded when case
   * does not count.
   */
  public List<String> literals() {
    return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
  }

  public boolean matches(String text) {
    String first = pieces.get(0);
    if (pieces.size() == 1) {
      return first.length() == text.length() && stands(first, text, 0);
    }
    String last = pieces.get(pieces.size() - 1);
    int at = first.length();
    int end = text.length() - last.length();
    if (end < at || !stands(first, text, 0) || !stands(last, text, end)) {
      return false;
    }
    for (int i = 1; i < pieces.size() - 1; i++) {
      String piece = pieces.get(i);
      int found = indexOf(piece, text, at, end);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }

  private boolean stands(String piece, String text, int at) {
    return at + piece.length() <= text.length()
        && CaseFolding.regionMatches(piece, text, at, ignoresCase);
  }

  private int indexOf(String piece, String text, int from, int end) {
    if (!ignoresCase) {
      int found = text.indexOf(piece, from);
      return found + piece.length() <= end ? found : -1;
    }
    for (int at = from; at + piece.length() <= end; at++) {
      if (CaseFolding.regionMatches(piece, text, at, true)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * What each {@code *} stood for in {@code text}, shortest first from the left, or an empty list
   * when it does not match. A pattern without wildcards captures nothing: ask {@link #matches}
   * first.
   */
  public List<String> captures(String text) {
    if (!matches(text)) {
      return List.of();
    }
    List<String> captured = new ArrayList<>();
    int at = pieces.get(0).length();
    int end = text.length() - pieces.get(pieces.size() - 1).length();
    for (int i = 1; i < pieces.size(); i++) {
      boolean isLast = i == pieces.size() - 1;
      int found = isLast ? end : indexOf(pieces.get(i), text, at, end);
      captured.add(text.substring(at, found));
      at = found + pieces.get(i).length();
    }
    return captured;
  }
}
