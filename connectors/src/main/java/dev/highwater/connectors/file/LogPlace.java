package dev.highwater.connectors.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a log are: a local file, packed or not, or a member of an archive.
 *
 * @param compression of the file, of an archive as a whole
 * @param member null for the file itself
 */
record LogPlace(Path path, Compression compression, @Nullable ArchiveMember member) {

  /** As a user writes it: {@code archive.zip!member}. */
  @Override
  public String toString() {
    return member == null ? path.toString() : path + "!" + member.name();
  }
}
