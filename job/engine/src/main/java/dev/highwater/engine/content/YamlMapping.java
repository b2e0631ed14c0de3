package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file, read by key. What is missing or of the wrong kind becomes a problem of
 * the file, at its place; the answer is then empty, so that one reading finds all problems.
 */
public final class YamlMapping {

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "0");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final YamlFile file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  YamlMapping(YamlFile file, MappingNode node) {
    this.file = file;
    this.node = node;
    for (NodeTuple entry : node.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.putIfAbsent(key, entry.getValueNode()) != null) {
        file.problem(start(entry.getKeyNode()), "has the key '" + key + "' twice", null);
      }
    }
  }

  YamlFile file() {
    return file;
  }

  /** All keys, in their order. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Whether there is a value for the key other than null. */
  public boolean has(String key) {
    return find(key) != null;
  }

  /** The text of a scalar that must be there. */
  public String text(String key) {
    return find(key) == null ? missing(key) : textOr(key, "");
  }

  /** The text of a scalar, {@code fallback} when there is none. */
  public String textOr(String key, String fallback) {
    Node value = find(key);
    return value == null ? fallback : scalar(key, value);
  }

  /** A whole number that must be there. */
  public int integer(String key) {
    if (find(key) == null) {
      missing(key);
    }
    return optionalInteger(key).orElse(0);
  }

  /** A whole number, empty when there is none. */
  public OptionalInt optionalInteger(String key) {
    Node value = find(key);
    if (value == null) {
      return OptionalInt.empty();
    }
    String text = scalar(key, value);
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      problem(key, "'" + key + "' must be a whole number, not '" + text + "'");
      return OptionalInt.empty();
    }
  }

  /** A truth value, as YAML 1.1 spells it too; {@code fallback} when there is none. */
  public boolean flag(String key, boolean fallback) {
    Node value = find(key);
    if (value == null) {
      return fallback;
    }
    String text = scalar(key, value);
    boolean isTrue = TRUE.contains(text.toLowerCase(Locale.ROOT));
    if (!isTrue && !FALSE.contains(text.toLowerCase(Locale.ROOT))) {
      problem(key, "'" + key + "' must be true or false, not '" + text + "'");
    }
    return isTrue;
  }

  /** The scalars of a list, empty when there is none. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      texts.add(scalar(key, item));
    }
    return List.copyOf(texts);
  }

  /** The scalars of a list, or the only scalar; none for null. */
  public List<String> values(String key) {
    Node value = find(key);
    if (value instanceof SequenceNode) {
      return texts(key);
    }
    return value == null ? List.of() : List.of(scalar(key, value));
  }

  /** Whether there is a list under the key. */
  public boolean isList(String key) {
    return find(key) instanceof SequenceNode;
  }

  /** Whether there is a list without items under the key. */
  public boolean isEmptyList(String key) {
    return find(key) instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  /** The items of a list, or of a text that separates them by commas. */
  List<String> separated(String key) {
    if (!(find(key) instanceof ScalarNode scalar)) {
      return texts(key);
    }
    return Arrays.stream(scalar.getValue().split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The mappings of a list, empty when there is none. */
  public List<YamlMapping> mappings(String key) {
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode mapping) {
        mappings.add(new YamlMapping(file, mapping));
      } else {
        file.problem(start(item), "'" + key + "' must be a list of mappings", null);
      }
    }
    return List.copyOf(mappings);
  }

  /**
   * The mappings of a list, empty when there is none; a text stands for a mapping of one key to it.
   */
  List<YamlMapping> mappings(String key, String keyOfTexts) {
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode mapping) {
        mappings.add(new YamlMapping(file, mapping));
      } else {
        Node name = new ScalarNode(Tag.STR, keyOfTexts, ScalarStyle.PLAIN);
        NodeTuple only = new NodeTuple(name, item);
        mappings.add(
            new YamlMapping(file, new MappingNode(Tag.MAP, List.of(only), FlowStyle.FLOW)));
      }
    }
    return List.copyOf(mappings);
  }

  /** The mapping under a key, null when there is none. */
  public @Nullable YamlMapping mapping(String key) {
    Node value = find(key);
    if (value instanceof MappingNode mapping) {
      return new YamlMapping(file, mapping);
    }
    if (value != null) {
      problem(key, "'" + key + "' must be a mapping, not " + kind(value));
    }
    return null;
  }

  /** The text of a scalar that must be there, each character with its place in the file. */
  public SplSource source(String key) {
    return find(key) instanceof ScalarNode scalar
        ? source(scalar)
        : SplSources.of(file.name(), text(key));
  }

  /**
   * The scalars of a list, each character with its place in the file; none when there is no list.
   */
  public List<SplSource> sources(String key) {
    return items(key).stream()
        .filter(ScalarNode.class::isInstance)
        .map(item -> source((ScalarNode) item))
        .toList();
  }

  private SplSource source(ScalarNode scalar) {
    int end = scalar.getEndMark().map(file::offset).orElse(file.text().length());
    return new ScalarSource(file.name(), file.text(), start(scalar), end, scalar);
  }

  /** Where the value of a key begins, or the mapping when the key is not there. */
  public SourceSpan place(String key) {
    Node value = values.get(key);
    return file.place(start(value == null ? node : value));
  }

  /** What reading any mapping of the file has found so far; in the order of the places. */
  public List<Diagnostic> problems() {
    return file.problems();
  }

  /** Notes a problem at the value of a key, or at the mapping when the key is not there. */
  void problem(String key, String message) {
    Node value = values.get(key);
    file.problem(start(value == null ? node : value), message, null);
  }

  private List<Node> items(String key) {
    Node value = find(key);
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (value != null) {
      problem(key, "'" + key + "' must be a list, not " + kind(value));
    }
    return List.of();
  }

  private String scalar(String key, Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    file.problem(start(value), "'" + key + "' must be a text, not " + kind(value), null);
    return "";
  }

  private @Nullable Node find(String key) {
    Node value = values.get(key);
    boolean isNull =
        value instanceof ScalarNode scalar
            && scalar.getScalarStyle() == ScalarStyle.PLAIN
            && NULLS.contains(scalar.getValue());
    return isNull ? null : value;
  }

  private String missing(String key) {
    problem(key, "'" + key + "' is missing");
    return "";
  }

  private int start(Node value) {
    return value.getStartMark().map(file::offset).orElse(0);
  }

  private static String kind(Node value) {
    if (value instanceof MappingNode) {
      return "a mapping";
    }
    return value instanceof SequenceNode ? "a list" : "a text";
  }
}
