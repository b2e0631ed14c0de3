package dev.highwater.engine.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Content whose files are at hand.
 *
 * @param display see {@link ContentFolder#display}
 * @param files by path
 */
record FileFolder(String display, SortedMap<String, byte[]> files) implements ContentFolder {

  @Override
  public List<String> yamlFiles(String part) {
    return below(part).filter(DirectoryFolder::isYaml).toList();
  }

  @Override
  public List<String> csvFiles(String part) {
    return below(part).filter(DirectoryFolder::isTable).toList();
  }

  private Stream<String> below(String part) {
    return files.keySet().stream().filter(path -> path.startsWith(part + "/"));
  }

  @Override
  public boolean has(String path) {
    return files.containsKey(path) || below(path).findAny().isPresent();
  }

  @Override
  public String text(String path) throws IOException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new NoSuchFileException(display + path);
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
