package dev.highwater.engine.content;

import java.util.Arrays;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The text of a YAML scalar of any style, and for each of its characters the offset in the file
 * where it was written.
 */
final class ScalarText {

  /** Deepest indentation that is tried for a block scalar that states its indentation. */
  private static final int DEEPEST_INDENT = 80;

  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[256];

  /**
   * Reads the scalar again in the file.
   *
   * @param start offset of its first character, which is the quote or indicator where it has one
   * @param end offset behind its last character
   */
  static ScalarText of(String file, int start, int end, ScalarNode node) {
    String expected = node.getValue();
    ScalarStyle style = node.getScalarStyle();
    ScalarText found;
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      found = new BlockScalar(file, start, end).read(OptionalInt.empty());
      for (int indent = 0; !found.hasText(expected) && indent < DEEPEST_INDENT; indent++) {
        found = new BlockScalar(file, start, end).read(OptionalInt.of(indent));
      }
    } else {
      found = new FlowScalar(file, start, end, style).read();
    }
    return found.hasText(expected) ? found : unmapped(expected, start);
  }

  /** The text; the same as the YAML parser's. */
  String text() {
    return text.toString();
  }

  /** One offset for each character of the text, and one for its end. */
  int[] offsets() {
    int[] all = Arrays.copyOf(offsets, text.length() + 1);
    int length = text.length();
    all[length] = length == 0 ? offsets[0] : offsets[length - 1] + 1;
    return all;
  }

  void add(char c, int offset) {
    if (text.length() + 1 >= offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * offsets.length);
    }
    offsets[text.length()] = offset;
    text.append(c);
  }

  /** Where an empty text stands. */
  void startAt(int offset) {
    offsets[0] = offset;
  }

  private boolean hasText(String expected) {
    return text.length() == expected.length() && text.indexOf(expected) == 0;
  }

  /**
   * The parser's word counts where the two disagree: all of the text points to the scalar's start.
   */
  private static ScalarText unmapped(String expected, int start) {
    ScalarText text = new ScalarText();
    text.startAt(start);
    for (int i = 0; i < expected.length(); i++) {
      text.add(expected.charAt(i), start);
    }
    return text;
  }
}
