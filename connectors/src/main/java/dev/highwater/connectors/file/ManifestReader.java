package dev.highwater.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one manifest of any {@link Manifest.Dialect}; faults go to {@code problems}. */
final class ManifestReader {

  private final Path path;
  private final Consumer<InputProblem> problems;
  private final List<ManifestEntry> entries = new ArrayList<>();
  private boolean isUnreadable;

  private ManifestReader(Path path, Consumer<InputProblem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /**
   * The logs that a YAML file lists.
   *
   * @param problems told about entries that cannot be used, and about a file that is no YAML
   */
  static Manifest read(Path path, Consumer<InputProblem> problems) {
    return new ManifestReader(path, problems).read();
  }

  private Manifest read() {
    Node root = compose().orElse(null);
    if (isUnreadable) {
      return new Manifest(path, Manifest.Dialect.UNREADABLE, entries);
    }
    Node datasets = YamlText.member(root, "datasets");
    Node dataset = YamlText.member(root, "dataset");
    Manifest.Dialect dialect = Manifest.Dialect.NONE;
    if (datasets instanceof SequenceNode list) {
      dialect = Manifest.Dialect.DATASETS;
      list.getValue().forEach(this::addDataset);
    } else if (root != null && dataset != null) {
      dialect = Manifest.Dialect.PARALLEL_LISTS;
      addParallel(root, YamlText.scalars(dataset));
    }
    return new Manifest(path, dialect, entries);
  }

  /** The document; none in an empty file, and none when the fault has been told. */
  private Optional<Node> compose() {
    Compose compose = new Compose(LoadSettings.builder().setLabel(path.toString()).build());
    try (InputStream in = Files.newInputStream(path)) {
      return compose.composeInputStream(in);
    } catch (MarkedYamlEngineException e) {
      String place = YamlText.place(path.toString(), e.getProblemMark());
      problems.accept(InputProblem.error(place, "bad YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.accept(InputProblem.error(path.toString(), "bad YAML: " + e.getMessage()));
    } catch (IOException e) {
      problems.accept(InputProblem.error(path.toString(), "cannot be read: " + e.getMessage()));
    }
    isUnreadable = true;
    return Optional.empty();
  }

  private void addDataset(Node item) {
    String enabled = YamlText.text(item, "enabled");
    if (enabled != null && enabled.equalsIgnoreCase("false")) {
      return;
    }
    Node pathNode = YamlText.member(item, "path");
    String logPath = YamlText.text(item, "path");
    if (pathNode == null || logPath == null) {
      reject(item, "data set without a path");
      return;
    }
    Node replay = YamlText.member(item, "replay_parameters");
    ManifestEntry.Stated stated =
        new ManifestEntry.Stated(
            stated(item, replay, "sourcetype"),
            stated(item, replay, "source"),
            stated(item, replay, "index"));
    entries.add(new ManifestEntry(place(pathNode), logPath, stated));
  }

  private static @Nullable String stated(Node item, @Nullable Node replay, String key) {
    String own = YamlText.text(item, key);
    return own == null ? YamlText.text(replay, key) : own;
  }

  private void addParallel(Node root, List<ScalarNode> logs) {
    List<ScalarNode> sourcetypes = plural(root, "sourcetype");
    List<ScalarNode> sources = plural(root, "source");
    for (int i = 0; i < logs.size(); i++) {
      ManifestEntry.Stated stated =
          new ManifestEntry.Stated(
              paired(sourcetypes, i, logs.size()), paired(sources, i, logs.size()), null);
      ScalarNode log = logs.get(i);
      entries.add(new ManifestEntry(place(log), log.getValue().trim(), stated));
    }
  }

  private static List<ScalarNode> plural(Node root, String singular) {
    List<ScalarNode> plural = YamlText.scalars(YamlText.member(root, singular + "s"));
    return plural.isEmpty() ? YamlText.scalars(YamlText.member(root, singular)) : plural;
  }

  /** The value for the i-th log: the only one, the one at its position, or null if untold. */
  private static @Nullable String paired(List<ScalarNode> values, int i, int logs) {
    if (values.size() == 1) {
      return values.get(0).getValue().trim();
    }
    return values.size() == logs ? values.get(i).getValue().trim() : null;
  }

  private void reject(Node node, String message) {
    problems.accept(InputProblem.error(place(node), message));
  }

  private String place(Node node) {
    return YamlText.place(path.toString(), node.getStartMark());
  }
}
