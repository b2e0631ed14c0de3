package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a text together out of stretches of other texts; every character keeps its place. */
public final class SplAssembly {

  private final SplSource whenEmpty;
  private final StringBuilder text = new StringBuilder();
  private final List<SourceSpan> pieces = new ArrayList<>();

  /**
   * An empty text.
   *
   * @param whenEmpty whose beginning is the place of the text if nothing is appended
   */
  public SplAssembly(SplSource whenEmpty) {
    this.whenEmpty = whenEmpty;
  }

  /** Appends {@code source[start, end)}. */
  public SplAssembly append(SplSource source, int start, int end) {
    if (start < end) {
      pieces.add(new SourceSpan(source, start, end));
      text.append(source.text(), start, end);
    }
    return this;
  }

  /** Appends the whole of {@code source}. */
  public SplAssembly append(SplSource source) {
    return append(source, 0, source.text().length());
  }

  /** What was appended, as a source; the assembly is not to be used any more. */
  public SplSource toSource() {
    int[] starts = new int[pieces.size()];
    int start = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = start;
      start += pieces.get(i).end() - pieces.get(i).start();
    }
    return new Assembled(text.toString(), starts, List.copyOf(pieces), whenEmpty);
  }

  private static final class Assembled implements SplSource {

    private final String text;
    private final int[] starts;
    private final List<SourceSpan> pieces;
    private final SplSource whenEmpty;

    Assembled(String text, int[] starts, List<SourceSpan> pieces, SplSource whenEmpty) {
      this.text = text;
      this.starts = starts;
      this.pieces = pieces;
      this.whenEmpty = whenEmpty;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public Location locate(int offset) {
      if (pieces.isEmpty()) {
        return whenEmpty.locate(0);
      }
      int found = Arrays.binarySearch(starts, offset);
      int piece = found >= 0 ? found : -found - 2;
      SourceSpan written = pieces.get(piece);
      return written.source().locate(written.start() + offset - starts[piece]);
    }
  }
}
