package dev.highwater.connectors.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML tree that keeps its places. Every scalar is text. */
public final class YamlText {

  private YamlText() {}

  /** The value of a key; null when the node is no mapping or has no such key. */
  public static @Nullable Node member(@Nullable Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  /** The text of a key's scalar, trimmed; null when absent, empty, or no scalar. */
  public static @Nullable String text(@Nullable Node node, String key) {
    Node value = member(node, key);
    String text = value instanceof ScalarNode scalar ? scalar.getValue().trim() : "";
    return text.isEmpty() ? null : text;
  }

  /** The scalars in a node, however deep its lists are nested. */
  public static List<ScalarNode> scalars(@Nullable Node node) {
    List<ScalarNode> found = new ArrayList<>();
    if (node instanceof ScalarNode scalar) {
      found.add(scalar);
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> found.addAll(scalars(item)));
    }
    return found;
  }

  /** {@code file:line:column}, from 1; the file alone where the place is not known. */
  public static String place(String file, Optional<Mark> mark) {
    return mark.map(at -> file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
        .orElse(file);
  }
}
