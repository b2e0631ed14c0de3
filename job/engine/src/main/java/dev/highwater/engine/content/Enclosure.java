package dev.highwater.engine.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory whose own files are meant, and no others, whatever names and links in it say
 * (S-2090).
 */
public record Enclosure(Path directory) {

  /** Whether a file lies in the directory, links followed; where none is there, its name counts. */
  public boolean holds(Path file) {
    Path top = directory.toAbsolutePath().normalize();
    Path meant = file.toAbsolutePath().normalize();
    return meant.startsWith(top) && (!hasLink(top, meant) || leadsInside(top, meant));
  }

  /** Most files are reached by no link, and asking for that costs less than following them. */
  private static boolean hasLink(Path top, Path file) {
    for (Path each = file; each != null && !each.equals(top); each = each.getParent()) {
      if (Files.isSymbolicLink(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsInside(Path top, Path file) {
    try {
      return file.toRealPath().startsWith(top.toRealPath());
    } catch (IOException e) {
      return false; // a link to nothing says no less than one that may not be followed
    }
  }
}
