package dev.highwater.engine.spl;

/**
 * A text in which comments are blank and macros are plain letters: each character is where it was,
 * and no pipe, quote or bracket is left that is not one of the search's own.
 */
final class MaskedText {

  private static final String LETTER = "m";

  private MaskedText() {}

  static SplSource of(SplSource written) {
    SplSource source = SplSources.withoutComments(written);
    String text = source.text();
    StringBuilder masked = new StringBuilder(text);
    MacroCallReader reader = new MacroCallReader(source);
    int backtick = text.indexOf('`');
    while (backtick >= 0) {
      MacroCall call = reader.read(backtick);
      int end = call == null ? backtick + 1 : call.span().end();
      if (call != null) {
        masked.replace(backtick, end, LETTER.repeat(end - backtick));
      }
      backtick = text.indexOf('`', end);
    }
    return new Masked(source, masked.toString());
  }

  private record Masked(SplSource source, String text) implements SplSource {
    @Override
    public Location locate(int offset) {
      return source.locate(offset);
    }
  }
}
