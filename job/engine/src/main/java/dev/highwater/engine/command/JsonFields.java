package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code spath} finds in JSON. Rules S-363, S-985. */
public final class JsonFields {

  private JsonFields() {}

  /** All values by their names, {@code a.b{}.c}, in the order of the text. */
  public static Map<String, List<FieldValue>> all(String text) {
    FoundFields found = new FoundFields();
    JsonNode root = JsonNode.readable(text);
    if (root != null && root.value() == null) {
      collect(root, "", found);
    }
    return found.byName();
  }

  private static void collect(JsonNode node, String name, FoundFields found) {
    if (node.value() != null) {
      found.add(name, node.value());
      return;
    }
    for (JsonNode child : node.children()) {
      if (found.isFull()) {
        return;
      }
      collect(child, node.isArray() ? name + "{}" : joined(name, child.name()), found);
    }
  }

  private static String joined(String prefix, @Nullable String name) {
    return prefix.isEmpty() ? String.valueOf(name) : prefix + "." + name;
  }

  /** The values at a path, in the order of the text. Items count from 0. */
  static List<FieldValue> at(String text, DataPath path) {
    JsonNode root = JsonNode.readable(text);
    List<JsonNode> nodes = root == null ? List.of() : List.of(root);
    for (DataPath.Step step : path.steps()) {
      nodes = step.name().isEmpty() ? nodes : members(nodes, step.name());
      for (String brace : step.braces()) {
        nodes = items(nodes, brace);
      }
    }
    return nodes.stream().map(JsonNode::fieldValue).toList();
  }

  private static List<JsonNode> members(List<JsonNode> nodes, String name) {
    return nodes.stream()
        .filter(JsonNode::isObject)
        .flatMap(node -> node.children().stream())
        .filter(child -> name.equals(child.name()))
        .toList();
  }

  private static List<JsonNode> items(List<JsonNode> nodes, String brace) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (node.isObject() && brace.isEmpty()) {
        items.add(node);
        continue;
      }
      if (!node.isArray() || brace.startsWith("@")) {
        continue;
      }
      if (brace.isEmpty()) {
        items.addAll(node.children());
      } else if (Integer.parseInt(brace) < node.children().size()) {
        items.add(node.children().get(Integer.parseInt(brace)));
      }
    }
    return items;
  }
}
