package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code $name$} in a text that is filled in before anybody reads the text.
 *
 * @param name without what says how its value is written: {@code user} for {@code $user|s$}
 * @param span where it is written, signs included
 */
public record Token(String name, SourceSpan span) {

  private static final Pattern WRITTEN =
      Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.:{}-]*)(?:\\|[a-z]+)?\\$");

  /** What stands for a value: a number is one wherever a value, a time or a term may be. */
  private static final String VALUE = "1";

  /** All tokens in a text, in order. */
  public static List<Token> in(SplSource source) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WRITTEN.matcher(source.text());
    while (matcher.find()) {
      SourceSpan span = new SourceSpan(source, matcher.start(), matcher.end());
      tokens.add(new Token(matcher.group(1), span));
    }
    return tokens;
  }

  /** The text with all its tokens filled in; what is filled in has the place of its token. */
  public static SplSource filled(SplSource source) {
    SplAssembly filled = new SplAssembly(source);
    int copied = 0;
    for (Token token : in(source)) {
      filled.append(source, copied, token.span().start()).append(new Value(token));
      copied = token.span().end();
    }
    return filled.append(source, copied, source.text().length()).toSource();
  }

  /** Whether a place in the filled text is one of a token: nobody knows what will be there. */
  public static boolean isFilledIn(SplSource source, Location place) {
    return in(source).stream().anyMatch(token -> token.span().location().equals(place));
  }

  private record Value(Token token) implements SplSource {
    @Override
    public String text() {
      return VALUE;
    }

    @Override
    public Location locate(int offset) {
      return token.span().location();
    }
  }
}
