package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcrePattern;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the name of a props.conf stanza says of the events that it is for (S-660, S-1302): {@code
 * source::} and {@code host::} patterns, patterns of sourcetypes behind a group that matches
 * nothing, and plain sourcetypes.
 *
 * @param kind which field of the event it looks at
 * @param isLiteral whether it stands for one value
 * @param test of the field's value
 */
record StanzaPattern(Kind kind, boolean isLiteral, Predicate<String> test) {

  /** The fields by which stanzas are chosen; what is later holds over what is earlier. */
  enum Kind {
    DEFAULT,
    SOURCETYPE,
    HOST,
    SOURCE
  }

  private static final String ANY_SOURCETYPE = "(?::){0}";
  private static final String WITHIN_PATH = "[^/\\\\]*";
  private static final Pattern TOKEN = Pattern.compile("\\.\\.\\.|\\*|\\.|\\\\.|[^.*\\\\]+|.");

  /** How to read the name of a stanza. */
  static StanzaPattern of(String name) {
    if (name.equals("default")) {
      return new StanzaPattern(Kind.DEFAULT, true, value -> true);
    } else if (name.startsWith("source::")) {
      return of(Kind.SOURCE, name.substring("source::".length()), WITHIN_PATH, "");
    } else if (name.startsWith("host::")) {
      return of(Kind.HOST, name.substring("host::".length()), WITHIN_PATH, "(?i)");
    } else if (name.startsWith(ANY_SOURCETYPE)) {
      return of(Kind.SOURCETYPE, name.substring(ANY_SOURCETYPE.length()), ".*", "");
    }
    return new StanzaPattern(Kind.SOURCETYPE, true, name::equals);
  }

  private static StanzaPattern of(Kind kind, String pattern, String star, String options) {
    StringBuilder regex = new StringBuilder(options).append("(?s)^(?:");
    boolean isLiteral = true;
    var token = TOKEN.matcher(pattern);
    while (token.find()) {
      switch (token.group()) {
        case "..." -> regex.append(".*");
        case "*" -> regex.append(star);
        case "." -> regex.append("\\.");
        default -> regex.append(token.group());
      }
      isLiteral &= !token.group().equals("...") && !token.group().equals("*");
    }
    return new StanzaPattern(kind, isLiteral, matching(regex.append(")\\z").toString(), pattern));
  }

  /** What is no regular expression stands for itself. */
  private static Predicate<String> matching(String regex, String pattern) {
    try {
      PcrePattern compiled = PcrePattern.compile(regex);
      return value -> compiled.find(value, limit -> {});
    } catch (IllegalArgumentException e) {
      return pattern::equals;
    }
  }
}
