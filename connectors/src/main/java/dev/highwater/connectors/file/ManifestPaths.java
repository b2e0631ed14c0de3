package dev.highwater.connectors.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the logs that manifests mean. Manifests name them by a path or an address that goes on from
 * the checkout's root with {@code datasets/...}; that file counts first, then one relative to the
 * manifest, then the file of that name beside the manifest, then the path as it is. What lies
 * outside of the checkout, or without one outside of the manifest's folder, is never meant
 * (S-1322).
 */
final class ManifestPaths {

  private static final String DATASETS = "datasets";

  private ManifestPaths() {}

  /**
   * The file that is meant, the likeliest one if none exists; relative if the manifest's is. Null
   * when it would lie outside of the checkout, without one outside of the manifest's folder.
   */
  static @Nullable Path find(Path manifest, String meant) {
    List<Path> candidates = candidates(manifest.toAbsolutePath().normalize(), meant);
    if (candidates.isEmpty()) {
      return null;
    }
    Path found = candidates.stream().filter(Files::exists).findFirst().orElse(candidates.get(0));
    return manifest.isAbsolute() ? found : relative(found);
  }

  /** The path in its checkout, as git knows it; the file's name outside of one. */
  static String inCheckout(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path root = checkoutRoot(absolute);
    return root == null
        ? String.valueOf(absolute.getFileName())
        : root.relativize(absolute).toString();
  }

  private static List<Path> candidates(Path manifest, String meant) {
    List<Path> candidates = new ArrayList<>();
    Path root = checkoutRoot(manifest);
    int datasets = ("/" + meant).indexOf("/" + DATASETS + "/");
    if (root != null && datasets >= 0) {
      candidates.add(root.resolve(meant.substring(datasets).replaceFirst("^/", "")));
    }
    String withoutScheme = meant.replaceFirst("^[a-z]+://", "");
    candidates.add(manifest.resolveSibling(withoutScheme.replaceFirst("^/+", "")));
    candidates.add(manifest.resolveSibling(meant.substring(meant.lastIndexOf('/') + 1)));
    candidates.add(manifest.resolveSibling(withoutScheme));
    Path within = root == null ? manifest.resolveSibling("") : root;
    return candidates.stream()
        .map(Path::normalize)
        .filter(path -> path.startsWith(within.normalize()) && !path.equals(within.normalize()))
        .toList();
  }

  /** The parent of the outermost ancestor called {@code datasets}. */
  private static @Nullable Path checkoutRoot(Path file) {
    for (int i = 1; i < file.getNameCount(); i++) {
      if (file.getName(i - 1).toString().equals(DATASETS)) {
        return i == 1 ? file.getRoot() : file.getRoot().resolve(file.subpath(0, i - 1));
      }
    }
    return null;
  }

  /** From the working directory, with {@code ..} where it must be, as a user would write it. */
  private static Path relative(Path absolute) {
    return Path.of("").toAbsolutePath().relativize(absolute);
  }
}
