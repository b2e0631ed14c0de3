package dev.highwater.engine.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the tokens of {@code foreach} are spelled, and what they stand for in one iteration. */
final class ForEachTokens {

  static final String FIELD = "fieldstr";
  static final String MATCH = "matchstr";
  static final String ITEM = "itemstr";
  static final String ITERATION = "iterstr";

  private static final int MOST_SEGMENTS = 3;

  private static final String[] OPTIONS = {
    FIELD, MATCH, "matchseg1", "matchseg2", "matchseg3", ITEM, ITERATION
  };

  private final Map<String, String> spellings = new HashMap<>();

  ForEachTokens() {
    spellings.put(FIELD, "<<FIELD>>");
    spellings.put(MATCH, "<<MATCHSTR>>");
    spellings.put(ITEM, "<<ITEM>>");
    spellings.put(ITERATION, "<<ITER>>");
    for (int i = 1; i <= MOST_SEGMENTS; i++) {
      spellings.put("matchseg" + i, "<<MATCHSEG" + i + ">>");
    }
  }

  /** The options that give tokens another spelling. */
  static String[] options() {
    return OPTIONS.clone();
  }

  void spell(String option, String token) {
    spellings.put(option, token);
  }

  String item() {
    return spellings.getOrDefault(ITEM, "");
  }

  /**
   * The tokens of an iteration over fields.
   *
   * @param captures what the wildcards of the list stood for; none for a name without
   */
  Map<String, String> ofField(String field, List<String> captures, int iteration) {
    Map<String, String> tokens = new HashMap<>();
    tokens.put(spelled(FIELD), field);
    tokens.put(spelled(MATCH), captures.isEmpty() ? field : String.join("", captures));
    tokens.put(spelled(ITERATION), Integer.toString(iteration));
    for (int i = 1; i <= MOST_SEGMENTS; i++) {
      tokens.put(spelled("matchseg" + i), i <= captures.size() ? captures.get(i - 1) : "");
    }
    return tokens;
  }

  /** The tokens of an iteration over values. */
  Map<String, String> ofItem(String field, String text, int iteration) {
    return Map.of(
        spelled(FIELD),
        field,
        spelled(ITEM),
        text,
        spelled(ITERATION),
        Integer.toString(iteration));
  }

  /** The options that were given, as SPL. */
  String describe() {
    Map<String, String> usual = new ForEachTokens().spellings;
    StringBuilder out = new StringBuilder();
    for (String option : OPTIONS) {
      if (!spelled(option).equals(usual.get(option))) {
        out.append(' ').append(option).append('=').append(Written.quoted(spelled(option)));
      }
    }
    return out.toString();
  }

  private String spelled(String option) {
    return spellings.getOrDefault(option, "");
  }
}
