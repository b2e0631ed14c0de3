package dev.highwater.connectors.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which logs some manifests list. A log that several of them list is believed to be what the newest
 * dialect says, then the first by path: attack_data keeps older manifests beside newer ones.
 */
final class ManifestIndex {

  private record Listing(Path manifest, List<ManifestEntry> entries) {}

  private final SortedMap<Path, Listing> listings = new TreeMap<>();

  private ManifestIndex() {}

  static ManifestIndex of(Collection<Path> yamlFiles, Consumer<InputProblem> problems) {
    ManifestIndex index = new ManifestIndex();
    yamlFiles.stream()
        .map(path -> ManifestReader.read(path, problems))
        .sorted(Comparator.comparing(Manifest::dialect).thenComparing(Manifest::path))
        .forEach(manifest -> index.add(manifest, problems));
    return index;
  }

  static boolean isYaml(Path path) {
    String name = path.toString();
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  /** The logs that are listed, sorted. */
  List<Path> logs() {
    return List.copyOf(listings.keySet());
  }

  /** What is said of a log, in the manifest's order; empty when no manifest lists it. */
  List<ManifestEntry> entries(Path log) {
    Listing listing = listings.get(key(log));
    return listing == null ? List.of() : listing.entries();
  }

  private void add(Manifest manifest, Consumer<InputProblem> problems) {
    for (ManifestEntry entry : manifest.entries()) {
      Path found = ManifestPaths.find(manifest.path(), entry.path());
      if (found == null) {
        String message = entry.path() + " leads out of the manifest's folder; it is not read";
        problems.accept(InputProblem.warning(entry.place(), message));
        continue;
      }
      Path log = key(found);
      Listing listing =
          listings.computeIfAbsent(log, key -> new Listing(manifest.path(), new ArrayList<>()));
      if (listing.manifest().equals(manifest.path())) {
        listing.entries().add(entry);
      }
    }
  }

  private static Path key(Path path) {
    return path.normalize();
  }
}
