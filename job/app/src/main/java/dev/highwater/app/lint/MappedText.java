package dev.highwater.app.lint;

import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.Arrays;

/**
 * A text that stands in a file with escapes in it, and for each of its characters the offset in the
 * file.
 */
final class MappedText {

  private final String file;
  private final String fileText;
  private final String text;
  private final int[] offsets;

  private MappedText(String file, String fileText, String text, int[] offsets) {
    this.file = file;
    this.fileText = fileText;
    this.text = text;
    this.offsets = offsets;
  }

  /** The file as it is. */
  static MappedText of(String file, String fileText) {
    int[] offsets = new int[fileText.length() + 1];
    Arrays.setAll(offsets, i -> i);
    return new MappedText(file, fileText, fileText, offsets);
  }

  String text() {
    return text;
  }

  SplSource source() {
    return SplSources.inFile(file, fileText, text, offsets);
  }

  /** Starts a text that is written in this one. */
  Writer writer() {
    return new Writer(this);
  }

  /** Puts a text together, character by character. */
  static final class Writer {
    private final MappedText around;
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[64];

    private Writer(MappedText around) {
      this.around = around;
    }

    /** Adds a character that is written at an offset of the text around. */
    void add(char c, int at) {
      put(at);
      text.append(c);
    }

    private void put(int at) {
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      offsets[text.length()] = around.offsets[at];
    }

    /**
     * The text.
     *
     * @param end offset behind it in the text around
     * @param expected what another reader takes it for: its word counts, and all of the text is
     *     then where the first character is
     */
    MappedText end(int end, String expected) {
      put(end);
      if (text.length() == expected.length() && text.indexOf(expected) == 0) {
        return new MappedText(
            around.file, around.fileText, expected, Arrays.copyOf(offsets, text.length() + 1));
      }
      int[] start = new int[expected.length() + 1];
      Arrays.fill(start, offsets[0]);
      return new MappedText(around.file, around.fileText, expected, start);
    }
  }
}
