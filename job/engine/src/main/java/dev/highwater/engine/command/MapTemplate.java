package dev.highwater.engine.command;

import dev.highwater.engine.spl.SplAssembly;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a search with {@code $field$} in it (S-364). */
final class MapTemplate {

  private static final Pattern TOKEN =
      Pattern.compile("\\$([^$\\x00-\\x20\\u00a0\\ufeff\"|\\[\\]`]+)\\$");

  private static final Pattern PLAIN_WORD = Pattern.compile("[^\\s,()\\[\\]|=\"'`\\\\!<>]+");

  private final SplSource source;
  private final List<Token> tokens = new ArrayList<>();

  /** Where a field's value goes, and whether that is inside of double quotes. */
  private record Token(String field, int start, int end, boolean isInQuotes) {}

  MapTemplate(SplSource source) {
    this.source = source;
    String text = source.text();
    Matcher matcher = TOKEN.matcher(text);
    boolean isInQuotes = false;
    int at = 0;
    while (matcher.find()) {
      for (; at < matcher.start(); at++) {
        if (text.charAt(at) == '\\') {
          at++;
        } else if (text.charAt(at) == '"') {
          isInQuotes = !isInQuotes;
        }
      }
      tokens.add(new Token(matcher.group(1), matcher.start(), matcher.end(), isInQuotes));
      at = Math.max(at, matcher.end());
    }
  }

  /** The names between the signs, in order. */
  Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    tokens.forEach(token -> fields.add(token.field()));
    return fields;
  }

  String text() {
    return source.text();
  }

  /** The search with the same text for all tokens. */
  SplSource filledWith(String text) {
    return filled(field -> text, UnaryOperator.identity());
  }

  /**
   * The search for one row: values stay values, so that what is no plain word is put in quotes, and
   * quotes in it are escaped (S-997).
   */
  SplSource filledWith(UnaryOperator<String> values) {
    return filled(
        values, value -> PLAIN_WORD.matcher(value).matches() ? value : Written.quoted(value));
  }

  private SplSource filled(UnaryOperator<String> values, UnaryOperator<String> outsideOfQuotes) {
    SplAssembly filled = new SplAssembly(source);
    int copied = 0;
    for (Token token : tokens) {
      filled.append(source, copied, token.start());
      String value = values.apply(token.field());
      String quoted = Written.quoted(value);
      String written =
          token.isInQuotes()
              ? quoted.substring(1, quoted.length() - 1)
              : outsideOfQuotes.apply(value);
      filled.append(SplSources.of("<$" + token.field() + "$>", written));
      copied = token.end();
    }
    return filled.append(source, copied, source.text().length()).toSource();
  }
}
