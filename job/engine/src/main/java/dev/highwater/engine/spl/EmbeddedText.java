package dev.highwater.engine.spl;

/** A text whose characters are scattered over a file: indented, folded, escaped. */
final class EmbeddedText implements SplSource {

  private final WholeText file;
  private final String text;
  private final int[] fileOffsets;

  EmbeddedText(String file, String fileText, String text, int[] fileOffsets) {
    if (fileOffsets.length != text.length() + 1) {
      throw new IllegalArgumentException(
          "Invalid file offsets: " + fileOffsets.length + " (must be " + (text.length() + 1) + ")");
    }
    this.file = new WholeText(file, fileText);
    this.text = text;
    this.fileOffsets = fileOffsets.clone();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Location locate(int offset) {
    return file.locate(fileOffsets[offset]);
  }
}
