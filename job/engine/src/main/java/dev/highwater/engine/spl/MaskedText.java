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
    MacroCall call = reader.next(0);
    while (call != null) {
      int end = call.span().end();
      masked.replace(call.span().start(), end, LETTER.repeat(end - call.span().start()));
      call = reader.next(call.isInQuotes() ? end + 1 : end);
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
