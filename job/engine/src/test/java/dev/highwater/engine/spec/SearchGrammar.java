package dev.highwater.engine.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes random texts by the rules of {@code grammar/searches.txt}, which says how to read it. */
final class SearchGrammar {

  /** Rules in one text before only those are taken that end by themselves. */
  private static final int MOST_RULES = 100;

  private static final Pattern RULE = Pattern.compile("<([a-z0-9_]+)>(\\?|,?\\.\\.)?");

  private static final List<String> SPACES =
      List.of(" ", " ", " ", " ", "  ", "\n", "\n    ", "\t", " ```it's \"x | [``` ");

  private final Map<String, List<String>> rules = new LinkedHashMap<>();
  private final Map<String, Function<Random, String>> made;

  /**
   * @param made what stands for names that are no rules of the grammar
   */
  SearchGrammar(Map<String, Function<Random, String>> made) throws IOException {
    this.made = new LinkedHashMap<>(made);
    this.made.put("sp", random -> " ");
    this.made.put("nl", random -> "\n");
    this.made.put("none", random -> "");
    String name = "";
    for (String line : Files.readAllLines(Path.of("src/test/resources/grammar/searches.txt"))) {
      if (line.startsWith("<")) {
        name = line.substring(1, line.length() - 1);
      } else if (line.startsWith("  ")) {
        rules.computeIfAbsent(name, each -> new ArrayList<>()).add(line.substring(2));
      }
    }
  }

  Set<String> names() {
    return rules.keySet();
  }

  /** A text that the rule of that name allows. */
  String text(String name, Random random) {
    return new Derivation(random).derive(name);
  }

  private final class Derivation {
    private final Random random;
    private int rulesLeft = MOST_RULES;

    Derivation(Random random) {
      this.random = random;
    }

    String derive(String name) {
      Function<Random, String> maker = made.get(name);
      if (maker != null) {
        return maker.apply(random);
      }
      List<String> alternatives = rules.getOrDefault(name, List.of());
      if (alternatives.isEmpty()) { // such as the name of a group in a regular expression
        return "<" + name + ">";
      }
      boolean mayGoOn = rulesLeft-- > 0;
      return expand(alternatives.get(mayGoOn ? random.nextInt(alternatives.size()) : 0));
    }

    private String expand(String alternative) {
      StringBuilder out = new StringBuilder();
      Matcher rule = RULE.matcher(alternative);
      char quote = 0;
      for (int at = 0; at < alternative.length(); ) {
        char c = alternative.charAt(at);
        if (rule.region(at, alternative.length()).lookingAt()) {
          out.append(repeated(rule.group(1), rule.group(2)));
          at = rule.end();
          continue;
        }
        out.append(c == ' ' && quote == 0 ? pick(SPACES) : String.valueOf(c));
        if (c == '\\') {
          out.append(alternative.charAt(++at));
        } else if (c == quote || (quote == 0 && (c == '"' || c == '\''))) {
          quote = c == quote ? 0 : c;
        }
        at++;
      }
      return out.toString();
    }

    private String repeated(String name, String suffix) {
      if (suffix == null) {
        return derive(name);
      }
      int count = suffix.equals("?") ? random.nextInt(2) : 1 + random.nextInt(3);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        texts.add(derive(name));
      }
      return String.join(suffix.startsWith(",") ? "," + pick(SPACES) : pick(SPACES), texts);
    }

    private String pick(List<String> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
