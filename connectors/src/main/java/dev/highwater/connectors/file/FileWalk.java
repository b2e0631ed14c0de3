package dev.highwater.connectors.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lists files below a directory, sorted by path. Hidden files and directories are passed over. */
final class FileWalk {

  private FileWalk() {}

  /**
   * All regular files below {@code directory}, at any depth.
   *
   * @param problems told about what cannot be listed
   */
  static List<Path> files(Path directory, Consumer<InputProblem> problems) throws IOException {
    return walk(directory, Files::isRegularFile, problems);
  }

  /**
   * What a pattern of {@link java.nio.file.FileSystem#getPathMatcher}'s {@code glob} syntax
   * matches: files, and directories that lie in no matched directory.
   *
   * @throws java.util.regex.PatternSyntaxException when it is no pattern
   */
  static List<Path> matches(String glob, Consumer<InputProblem> problems) throws IOException {
    Path pattern = Path.of(glob).normalize();
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    Path base = base(pattern);
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    return walk(base, path -> !path.equals(base) && matcher.matches(path), problems);
  }

  static boolean isGlob(String input) {
    return input.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static Path base(Path pattern) {
    Path base = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
    for (Path name : pattern) {
      if (isGlob(name.toString())) {
        break;
      }
      base = base.resolve(name);
    }
    return base;
  }

  private static List<Path> walk(Path top, Predicate<Path> wanted, Consumer<InputProblem> problems)
      throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            if (!path.equals(top) && isHidden(path)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (wanted.test(path)) {
              found.add(path);
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!isHidden(path) && wanted.test(path)) {
              found.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            problems.accept(InputProblem.error(path.toString(), "cannot be read: " + e));
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(found);
    return found;
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }
}
