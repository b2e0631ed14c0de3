package dev.highwater.engine.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Content that comes with the program: resources below {@code /<name>/}, listed one a line in
 * {@code /<name>/index.txt}, since a class path cannot be walked.
 */
record ResourceFolder(String name) implements ContentFolder {

  static final String INDEX = "index.txt";

  @Override
  public String display() {
    return "<" + name + ">/";
  }

  @Override
  public List<String> yamlFiles(String part) throws IOException {
    return files(part).filter(path -> !path.endsWith(".csv")).toList();
  }

  @Override
  public List<String> csvFiles(String part) throws IOException {
    return files(part).filter(path -> path.endsWith(".csv")).toList();
  }

  private Stream<String> files(String part) throws IOException {
    return text(INDEX).lines().filter(path -> path.startsWith(part + "/")).sorted();
  }

  @Override
  public boolean has(String path) {
    return ResourceFolder.class.getResource("/" + name + "/" + path) != null;
  }

  @Override
  public String text(String path) throws IOException {
    String resource = "/" + name + "/" + path;
    try (InputStream in = ResourceFolder.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
