package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code spath} finds in XML. Rules S-363, S-985. */
public final class XmlFields {

  private XmlFields() {}

  /** All texts and attributes by their names, {@code a.b} and {@code a.b{@c}}, in order. */
  public static Map<String, List<FieldValue>> all(String text) {
    FoundFields found = new FoundFields();
    XmlNode.readable(text).children().forEach(node -> collect(node, node.name(), found));
    return found.byName();
  }

  private static void collect(XmlNode node, String name, FoundFields found) {
    node.attributes()
        .forEach(
            (attribute, value) -> found.add(name + "{@" + attribute + "}", FieldValue.of(value)));
    String text = node.text().toString().strip();
    if (!text.isEmpty()) {
      found.add(name, FieldValue.of(text));
    }
    for (XmlNode child : node.children()) {
      if (found.isFull()) {
        return;
      }
      collect(child, name + "." + child.name(), found);
    }
  }

  /** The values at a path, in the order of the text. Elements count from 1. */
  static List<FieldValue> at(String text, DataPath path) {
    List<XmlNode> nodes = List.of(XmlNode.readable(text));
    for (DataPath.Step step : path.steps()) {
      nodes = nodes.stream().flatMap(node -> children(node, step).stream()).toList();
    }
    String attribute = path.steps().get(path.steps().size() - 1).attribute();
    return attribute == null
        ? nodes.stream().map(XmlFields::value).toList()
        : nodes.stream()
            .map(node -> node.attributes().get(attribute))
            .filter(Objects::nonNull)
            .map(FieldValue::of)
            .toList();
  }

  private static List<XmlNode> children(XmlNode node, DataPath.Step step) {
    List<XmlNode> named =
        node.children().stream().filter(child -> child.name().equals(step.name())).toList();
    for (String brace : step.braces()) {
      if (WholeNumber.isSpelledBy(brace)) {
        int index = Integer.parseInt(brace) - 1;
        named = index >= 0 && index < named.size() ? List.of(named.get(index)) : List.of();
      }
    }
    return named;
  }

  private static FieldValue value(XmlNode node) {
    return FieldValue.of(
        node.children().isEmpty() ? node.text().toString() : node.content().toString());
  }
}
