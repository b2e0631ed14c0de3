package dev.highwater.app.verify;

import dev.highwater.connectors.file.LfsPointer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Local checkouts of attack data. A test names a file by its address, which goes on from the root
 * of a checkout with {@code datasets/...}, or by a path from there, which cannot lead out. Links in
 * a checkout are its owner's and are followed (S-2090).
 */
final class Checkouts {

  private static final String DATASETS = "datasets/";

  private final List<Path> roots;
  private final Set<String> pointers = new TreeSet<>();

  /**
   * What is there of a file.
   *
   * @param name its path inside of a checkout
   * @param path null when it is not at hand
   * @param problem why it is not; empty when it is
   * @param isFault whether it is there and cannot be read, or can be nowhere
   */
  record Located(String name, @Nullable Path path, String problem, boolean isFault) {}

  /**
   * @param roots the first that has a file counts
   */
  Checkouts(List<Path> roots) {
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /** Looks for the file that an address or a path names. */
  Located locate(String data) {
    String name = pathOf(data);
    for (Path root : roots) {
      try {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
          return new Located(name, null, data + " leads out of the attack data", true);
        }
        if (Files.isRegularFile(path)) {
          return found(name, path);
        }
      } catch (IOException e) {
        return new Located(name, null, name + " cannot be read: " + e.getMessage(), true);
      } catch (InvalidPathException e) {
        return new Located(name, null, data + " is no path: " + e.getReason(), true);
      }
    }
    return new Located(name, null, name + " is not there", false);
  }

  private Located found(String name, Path path) throws IOException {
    if (LfsPointer.is(path)) {
      pointers.add(name);
      return new Located(name, null, name + " is not fetched", false);
    }
    return new Located(name, path, "", false);
  }

  /** Paths inside their checkouts of files that git has not fetched, in order. */
  Set<String> pointers() {
    return pointers;
  }

  /** The path in a checkout that an address or a path means. */
  static String pathOf(String data) {
    boolean isAddress = data.startsWith("https://") || data.startsWith("http://");
    String text =
        isAddress ? URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8) : data;
    int datasets = ("/" + text).indexOf("/" + DATASETS);
    return datasets < 0 ? text : text.substring(datasets);
  }
}
