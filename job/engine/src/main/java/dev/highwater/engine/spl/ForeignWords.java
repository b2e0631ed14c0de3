package dev.highwater.engine.spl;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What other languages have in their expressions, and what is written for it in SPL. */
final class ForeignWords {

  private static final Map<String, String> INSTEAD =
      Map.of(
          "&&", "Write AND",
          "&", "Write AND",
          "BETWEEN", "Write x>=1 AND x<=2",
          "IS", "Write isnull(field) or isnotnull(field)",
          "^", "Write pow(x, y)",
          "?", "Write if(condition, value, value)");

  private ForeignWords() {}

  /** What to write for a word or the sign that it begins with; null for one that says nothing. */
  static @Nullable String instead(String word) {
    String whole = INSTEAD.get(word.toUpperCase(Locale.ROOT));
    boolean isSign = !word.isEmpty() && !CharacterKinds.isNamePart(word.charAt(0));
    return whole == null && isSign ? INSTEAD.get(word.substring(0, 1)) : whole;
  }
}
