package dev.highwater.app.live;

import dev.highwater.connectors.published.ContentSource;
import dev.highwater.connectors.published.PublishedContent;
import dev.highwater.engine.content.ContentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Content in a directory that somebody changes, on the machine where the job routes events: read
 * again and again, and whole when two readings one after the other are alike (S-2116).
 *
 * @param path of the directory
 */
record ContentDirectory(String path) implements ContentSource {

  private static final long serialVersionUID = 1L;

  @Override
  public Reader open() {
    return new DirectoryReader(Path.of(path));
  }

  @Override
  public String toString() {
    return path;
  }

  private static final class DirectoryReader implements Reader {

    private final Path directory;
    private Map<String, String> before = Map.of();
    private Map<String, String> given = Map.of();

    private DirectoryReader(Path directory) {
      this.directory = directory;
    }

    @Override
    public @Nullable PublishedContent next(Duration wait) throws IOException, InterruptedException {
      Thread.sleep(wait.toMillis());
      try {
        Map<String, String> now = stamps();
        boolean isWhole = now.equals(before);
        before = now;
        if (!isWhole || now.equals(given)) {
          return null;
        }
        PublishedContent read =
            new PublishedContent(
                directory + "/", ContentReader.files(directory), Long.MIN_VALUE, true);
        given = now;
        return read;
      } catch (NoSuchFileException e) { // files come and go
        before = Map.of();
        return null;
      }
    }

    /** What tells a file from what it was before, by path. */
    private Map<String, String> stamps() throws IOException {
      Map<String, String> stamps = new TreeMap<>();
      for (String path : ContentReader.paths(directory)) {
        BasicFileAttributes file =
            Files.readAttributes(directory.resolve(path), BasicFileAttributes.class);
        stamps.put(path, file.size() + " " + file.lastModifiedTime() + " " + file.fileKey());
      }
      return stamps;
    }

    @Override
    public void close() {}
  }
}
