package dev.highwater.connectors.file;

import java.io.IOException;
import java.nio.file.Path;

/** Files that stand for data that git has not fetched. */
public final class LfsPointer {

  private LfsPointer() {}

  /** Whether a readable file is one. */
  public static boolean is(Path file) throws IOException {
    return FileHead.read(file).isLfsPointer();
  }
}
