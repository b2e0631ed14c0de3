package dev.highwater.engine.content;

import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The text of a YAML scalar, each character with its place in the file; the places are worked out
 * when one is asked for. Safe for several threads.
 */
final class ScalarSource implements SplSource {

  private final String file;
  private final String fileText;
  private final int start;
  private final int end;
  private final ScalarNode node;
  private volatile @Nullable SplSource placed;

  /**
   * @param start offset of the scalar's first character in the file
   * @param end offset behind its last character
   */
  ScalarSource(String file, String fileText, int start, int end, ScalarNode node) {
    this.file = file;
    this.fileText = fileText;
    this.start = start;
    this.end = end;
    this.node = node;
  }

  @Override
  public String text() {
    return node.getValue();
  }

  @Override
  public Location locate(int offset) {
    SplSource known = placed;
    if (known == null) {
      ScalarText text = ScalarText.of(fileText, start, end, node);
      known = SplSources.inFile(file, fileText, text.text(), text.offsets());
      placed = known;
    }
    return known.locate(offset);
  }
}
