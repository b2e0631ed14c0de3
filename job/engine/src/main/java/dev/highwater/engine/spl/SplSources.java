package dev.highwater.engine.spl;

/** The ways to make an {@link SplSource}. */
public final class SplSources {

  private SplSources() {}

  /**
   * A text that is the whole of what {@code name} stands for.
   *
   * @param name a file, or a name in angle brackets such as {@code <search>}
   */
  public static SplSource of(String name, String text) {
    return new WholeText(name, text);
  }

  /**
   * A text that stands inside a file, such as a scalar of a YAML file.
   *
   * @param fileOffsets for each character of {@code text} its offset in {@code fileText}, and one
   *     more for the end of the text
   */
  public static SplSource inFile(String file, String fileText, String text, int[] fileOffsets) {
    return new EmbeddedText(file, fileText, text, fileOffsets);
  }

  /** What a word says, for parsing on: without its quotes, every character with its place. */
  public static SplSource of(Word word) {
    SourceSpan span = word.span();
    SplAssembly text = new SplAssembly(span.source());
    if (!word.quoted()) {
      return text.append(span.source(), span.start(), span.end()).toSource();
    }
    String written = span.source().text();
    char quote = written.charAt(span.start());
    for (int at = span.start() + 1; at < span.end() - 1; at++) {
      char next = at + 1 < span.end() - 1 ? written.charAt(at + 1) : '\0';
      boolean isEscape = written.charAt(at) == '\\' && (next == '\\' || next == quote);
      at += isEscape ? 1 : 0;
      text.append(span.source(), at, at + 1);
    }
    return text.toSource();
  }

  /**
   * The source with its comments blanked out: three backticks to three backticks, outside of
   * quotes. Offsets stay as they are (S-025).
   *
   * @throws SplException at a comment without an end
   */
  public static SplSource withoutComments(SplSource source) {
    return Comments.blank(source);
  }

  /**
   * The source, each place in it marked as one that came here through a macro.
   *
   * @param signature how the macro is named in messages
   * @param usedIn where the macro is written
   */
  public static SplSource expandedFrom(SplSource source, String signature, SourceSpan usedIn) {
    return new MacroText(source, signature, usedIn);
  }
}
