package dev.highwater.engine.content;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where the files of one body of content are. */
interface ContentFolder {

  /** The folder as messages show it, with a final {@code /}; empty for the working directory. */
  String display();

  /** Paths inside the folder, with {@code /}, of all YAML files below {@code part}; sorted. */
  List<String> yamlFiles(String part) throws IOException;

  /** Paths of all CSV files below {@code part}, as {@link #yamlFiles}. */
  List<String> csvFiles(String part) throws IOException;

  boolean has(String path);

  /** Whether a path stays in the folder, by its name and by links; true where nothing is there. */
  default boolean holds(String path) {
    try {
      return !Path.of(path).normalize().startsWith("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The whole file; UTF-8. Fails on malformed UTF-8 with a {@code CharacterCodingException}, and on
   * what the folder does not {@link #holds hold}.
   */
  String text(String path) throws IOException;
}
