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
