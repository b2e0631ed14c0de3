package dev.highwater.app.catalog;

import java.util.List;

/** A text of titles with labelled lines below them. */
final class Sheet {
  private static final String INDENT = "  ";
  private static final int LABEL_WIDTH = 12;

  private final StringBuilder text = new StringBuilder();

  /** A line at the margin; a part of the sheet begins. */
  Sheet title(String title) {
    text.append(title).append('\n');
    return this;
  }

  /** A labelled line, left out where the value is empty. */
  Sheet line(String label, String value) {
    if (!value.isEmpty()) {
      String padding = " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
      text.append(INDENT).append(label).append(padding);
      text.append(value.strip().replace("\n", "\n" + INDENT + " ".repeat(LABEL_WIDTH)));
      text.append('\n');
    }
    return this;
  }

  /** A title with a block of lines below it, left out where there are none. */
  Sheet block(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      title(title);
      lines.forEach(line -> text.append((INDENT + line).stripTrailing()).append('\n'));
    }
    return this;
  }

  /** Lines as they are. */
  Sheet verbatim(String lines) {
    text.append(lines);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
