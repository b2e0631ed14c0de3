package dev.highwater.engine.spl;

import org.jspecify.annotations.Nullable;

/** A text that is a file, or stands for itself. */
final class WholeText implements SplSource {

  private final String name;
  private final String text;
  private @Nullable LineIndex lines;

  WholeText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Location locate(int offset) {
    LineIndex known = lines;
    if (known == null) {
      known = new LineIndex(name, text);
      lines = known;
    }
    return known.locate(offset);
  }
}
