package dev.highwater.engine.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A directory of the file system in the layout of security_content. */
record DirectoryFolder(Path root) implements ContentFolder {

  @Override
  public String display() {
    String text = root.toString();
    return text.isEmpty() || text.endsWith("/") ? text : text + "/";
  }

  @Override
  public List<String> yamlFiles(String part) throws IOException {
    return files(part, DirectoryFolder::isYaml);
  }

  @Override
  public List<String> csvFiles(String part) throws IOException {
    return files(part, DirectoryFolder::isTable);
  }

  private List<String> files(String part, Predicate<String> isMeant) throws IOException {
    Path top = root.resolve(part);
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(top)) {
      return files
          .filter(file -> isMeant.test(file.getFileName().toString()))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Override
  public boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  @Override
  public String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
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
