package dev.highwater.engine.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory of the file system in the layout of security_content.
 *
 * @param isEnclosed whether names and links in it may not lead out of it (S-2090)
 */
record DirectoryFolder(Path root, boolean isEnclosed) implements ContentFolder {

  /** What others have written. */
  DirectoryFolder(Path root) {
    this(root, true);
  }

  @Override
  public String display() {
    String text = root.toString();
    return text.isEmpty() || text.endsWith("/") ? text : text + "/";
  }

  /** Links to directories outside are among them, so that somebody says what is not read. */
  @Override
  public List<String> yamlFiles(String part) throws IOException {
    return files(part, file -> isYaml(name(file)) || leadsAway(file));
  }

  @Override
  public List<String> csvFiles(String part) throws IOException {
    return files(part, file -> isTable(name(file)));
  }

  private List<String> files(String part, Predicate<Path> isMeant) throws IOException {
    Path top = root.resolve(part);
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    if (!holds(part)) {
      throw new IOException(part + " is a link that leads out of the directory");
    }
    Path real = Files.isSymbolicLink(top) ? top.toRealPath() : top;
    try (Stream<Path> files = Files.walk(real)) {
      return files
          .filter(isMeant)
          .map(file -> root.relativize(top.resolve(real.relativize(file))))
          .map(file -> file.toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private boolean leadsAway(Path file) {
    return Files.isSymbolicLink(file) && Files.isDirectory(file) && !holds(file);
  }

  @Override
  public boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  @Override
  public boolean holds(String path) {
    try {
      return holds(root.resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private boolean holds(Path file) {
    return !isEnclosed || new Enclosure(root).holds(file);
  }

  @Override
  public String text(String path) throws IOException {
    if (!holds(path)) {
      throw new IOException(path + " leads out of the directory");
    }
    return Files.readString(root.resolve(path).normalize());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Whether a path or a name is that of a table. */
  static boolean isTable(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.startsWith(".") && name.endsWith(".csv");
  }

  /** Whether a path or a name is that of a YAML file. */
  static boolean isYaml(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.startsWith(".") && (name.endsWith(".yml") || name.endsWith(".yaml"));
  }
}
