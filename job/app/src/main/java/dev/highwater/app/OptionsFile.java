package dev.highwater.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code highwater.yml}: shared options, by their long names without dashes; flags win over it.
 *
 * <pre>
 * content: [security_content, my_content]
 * tz: Europe/Berlin
 * </pre>
 */
final class OptionsFile implements IDefaultValueProvider {
  private final Map<String, String> values;

  private OptionsFile(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the file, if it is there.
   *
   * @throws InvalidOptionsFileException with every fault, each as {@code file:line:column: what}
   * @throws IOException if the file is there and cannot be read
   */
  static OptionsFile read(Path file) throws IOException, InvalidOptionsFileException {
    if (!Files.exists(file)) {
      return new OptionsFile(Map.of());
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      Node root = new Compose(settings).composeReader(reader).orElse(null);
      return new OptionsFile(new OptionNodes(file).values(root));
    } catch (MarkedYamlEngineException fault) {
      String where =
          fault
              .getProblemMark()
              .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
              .orElse("");
      throw new InvalidOptionsFileException(List.of(file + where + ": " + fault.getProblem()));
    } catch (YamlEngineException fault) {
      throw new InvalidOptionsFileException(List.of(file + ": " + fault.getMessage()));
    }
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? values.get(option.longestName().substring("--".length()))
        : null;
  }

  /** Reads values and remembers everything that is wrong. */
  private static final class OptionNodes {
    private final Path file;
    private final List<String> faults = new ArrayList<>();

    OptionNodes(Path file) {
      this.file = file;
    }

    Map<String, String> values(@Nullable Node root) throws InvalidOptionsFileException {
      Map<String, String> values = new TreeMap<>();
      if (root instanceof MappingNode mapping) {
        mapping.getValue().forEach(tuple -> add(tuple, values));
      } else if (root != null) {
        complain(root, "expected options, as 'tz: UTC'");
      }
      if (!faults.isEmpty()) {
        throw new InvalidOptionsFileException(faults);
      }
      return values;
    }

    private void add(NodeTuple tuple, Map<String, String> values) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!SharedArguments.NAMES.contains(name)) {
        complain(
            tuple.getKeyNode(),
            "unknown option '%s' (must be one of %s)"
                .formatted(name, String.join(", ", SharedArguments.NAMES)));
      } else {
        values.put(name, text(name, tuple.getValueNode()));
      }
    }

    private String text(String name, Node value) {
      if (value instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      if (SharedArguments.REPEATABLE.contains(name) && value instanceof SequenceNode sequence) {
        return String.join(
            SharedArguments.SEPARATOR,
            sequence.getValue().stream().map(item -> text("an item of " + name, item)).toList());
      }
      complain(value, "%s must be a single value".formatted(name));
      return "";
    }

    private void complain(Node node, String what) {
      String where =
          node.getStartMark()
              .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
              .orElse("");
      faults.add(file + where + ": " + what);
    }
  }
}
