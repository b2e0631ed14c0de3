package dev.highwater.engine.spl;

import java.util.Set;

/** The regular expression that a command takes without quotes, up to its end. */
final class BareRegex {

  /** What may stand before the expression of {@code rex}. */
  private static final Set<String> OPTIONS = Set.of("field", "max_match", "mode", "offset_field");

  private final String text;
  private final int end;
  private final boolean isRex;
  private int at;

  private BareRegex(SourceSpan arguments, boolean isRex) {
    this.text = arguments.source().text();
    this.end = arguments.end();
    this.isRex = isRex;
    this.at = arguments.start();
  }

  /** Whether the command has one: then white space says something in it. */
  static boolean isIn(CommandCall call) {
    boolean isRex = call.name().equals("rex");
    return (isRex || call.name().equals("regex"))
        && !new BareRegex(call.arguments(), isRex).isQuoted();
  }

  /** Whether there are only quoted texts, behind names of options or of a field. */
  private boolean isQuoted() {
    while (at < end) {
      boolean isText = text.charAt(at) == '"';
      if (!(isText || takeName()) || !takeValue()) {
        return false;
      }
      at = CharacterKinds.skipSpace(text, at, end);
    }
    return true;
  }

  private boolean takeName() {
    int start = at;
    while (at < end && !isBorder("=!\"'")) {
      at++;
    }
    String name = text.substring(start, at);
    at = CharacterKinds.skipSpace(text, at, end);
    at += !isRex && text.startsWith("!", at) ? 1 : 0;
    boolean isAssigned = at < end && text.charAt(at) == '=';
    at = CharacterKinds.skipSpace(text, Math.min(at + 1, end), end);
    return isAssigned && (!isRex || OPTIONS.contains(name));
  }

  private boolean takeValue() {
    if (at < end && text.charAt(at) == '"') {
      at = Quotes.skip(text, at, end);
      return true;
    }
    int start = at;
    while (at < end && !isBorder("\"',()[]|=")) {
      at++;
    }
    boolean isWhole = at == end || CharacterKinds.isSpace(text.charAt(at));
    return isRex && at > start && isWhole;
  }

  private boolean isBorder(String others) {
    char c = text.charAt(at);
    return CharacterKinds.isSpace(c) || others.indexOf(c) >= 0;
  }
}
