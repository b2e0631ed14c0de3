package dev.highwater.connectors.file;

import java.nio.file.Path;
import java.util.List;

/**
 * An attack_data manifest: the logs of a data set.
 *
 * @param dialect how it is written; when two manifests list a log, the newer dialect is believed
 */
record Manifest(Path path, Dialect dialect, List<ManifestEntry> entries) {

  /** Newest first. */
  enum Dialect {
    /** {@code datasets: - {name, path, sourcetype, source}}, also with replay_parameters. */
    DATASETS,
    /** {@code dataset: [address]} beside {@code sourcetypes: [name]}, paired by position. */
    PARALLEL_LISTS,
    /** A YAML file that lists no logs. */
    NONE,
    /** No YAML, or out of reach. */
    UNREADABLE
  }

  Manifest {
    entries = List.copyOf(entries);
  }
}
