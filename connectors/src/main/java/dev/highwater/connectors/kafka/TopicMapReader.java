package dev.highwater.connectors.kafka;

import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.file.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads maps of topics (S-2042):
 *
 * <pre>
 * topics:
 *   - topic: vector\..*
 *     raw: message
 *     time: timestamp
 *     time_unit: milliseconds
 *     host: [host.name, host]
 *     sourcetype: {path: fields.sourcetype, otherwise: syslog}
 * </pre>
 */
public final class TopicMapReader {

  private static final Set<String> KEYS =
      Set.of("topic", "raw", "time", "time_unit", "host", "source", "sourcetype", "index");

  private final String file;
  private final Consumer<InputProblem> problems;

  private TopicMapReader(Path path, Consumer<InputProblem> problems) {
    this.file = path.toString();
    this.problems = problems;
  }

  /**
   * The maps of a file.
   *
   * @param problems told about everything that is wrong with it; the maps are of no use then
   */
  public static TopicMaps read(Path path, Consumer<InputProblem> problems) {
    TopicMapReader reader = new TopicMapReader(path, problems);
    Node root = reader.root(path);
    return root == null ? TopicMaps.NONE : reader.maps(root);
  }

  private @Nullable Node root(Path path) {
    Compose compose = new Compose(LoadSettings.builder().setLabel(file).build());
    try (InputStream in = Files.newInputStream(path)) {
      Node root = compose.composeInputStream(in).orElse(null);
      if (root == null) {
        problems.accept(InputProblem.error(file, "empty; expected 'topics:'"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      String place = YamlText.place(file, e.getProblemMark());
      problems.accept(InputProblem.error(place, "bad YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.accept(InputProblem.error(file, "bad YAML: " + e.getMessage()));
    } catch (IOException e) {
      problems.accept(InputProblem.error(file, "cannot be read: " + e.getMessage()));
    }
    return null;
  }

  private TopicMaps maps(Node root) {
    List<TopicMap> maps = new ArrayList<>();
    if (YamlText.member(root, "topics") instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        TopicMap map = map(item);
        if (map != null) {
          maps.add(map);
        }
      }
    } else {
      complain(root, "no list of 'topics'");
    }
    return new TopicMaps(maps);
  }

  private @Nullable TopicMap map(Node item) {
    checkKeys(item);
    Pattern topics = topics(item);
    MappedValue raw = value(item, "raw");
    if (raw == null && YamlText.member(item, "raw") == null) {
      complain(item, "no 'raw': where the text of the event is");
    }
    if (topics == null || raw == null) {
      return null;
    }
    return new TopicMap(
        topics,
        raw,
        value(item, "time"),
        timeUnit(item),
        value(item, "host"),
        value(item, "source"),
        value(item, "sourcetype"),
        value(item, "index"));
  }

  private void checkKeys(Node item) {
    if (item instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode name && KEYS.contains(name.getValue()))) {
          String known = KEYS.stream().sorted().collect(Collectors.joining(", "));
          complain(tuple.getKeyNode(), "unknown key (must be one of " + known + ")");
        }
      }
    }
  }

  private @Nullable Pattern topics(Node item) {
    String text = YamlText.text(item, "topic");
    if (text == null) {
      complain(item, "no 'topic': a pattern for the names of topics");
      return null;
    }
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      complain(item, "topic is no pattern: " + e.getDescription());
      return null;
    }
  }

  private MappedTime timeUnit(Node item) {
    String text = YamlText.text(item, "time_unit");
    if (text == null) {
      return MappedTime.SECONDS;
    }
    for (MappedTime unit : MappedTime.values()) {
      if (unit.name().toLowerCase(Locale.ROOT).equals(text)) {
        return unit;
      }
    }
    complain(
        item,
        "time_unit is '" + text + "' (must be seconds, milliseconds, microseconds or nanoseconds)");
    return MappedTime.SECONDS;
  }

  private @Nullable MappedValue value(Node item, String key) {
    Node node = YamlText.member(item, key);
    if (node == null) {
      return null;
    }
    boolean isMapping = node instanceof MappingNode;
    List<String> paths =
        YamlText.scalars(isMapping ? YamlText.member(node, "path") : node).stream()
            .map(ScalarNode::getValue)
            .toList();
    try {
      return new MappedValue(paths, isMapping ? YamlText.text(node, "otherwise") : null);
    } catch (IllegalArgumentException e) {
      complain(node, key + ": " + e.getMessage());
      return null;
    }
  }

  private void complain(Node node, String what) {
    problems.accept(InputProblem.error(YamlText.place(file, node.getStartMark()), what));
  }
}
