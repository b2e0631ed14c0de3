package dev.highwater.engine.spl;

/**
 * A stretch of SPL text.
 *
 * @param start offset of the first character
 * @param end offset after the last character
 */
public record SourceSpan(SplSource source, int start, int end) {

  public String text() {
    return source.text().substring(start, end);
  }

  public Location location() {
    return source.locate(start);
  }

  /**
   * From the start of this span to the end of {@code other}, which lies behind it in the same
   * source.
   */
  public SourceSpan to(SourceSpan other) {
    return new SourceSpan(source, start, other.end);
  }
}
