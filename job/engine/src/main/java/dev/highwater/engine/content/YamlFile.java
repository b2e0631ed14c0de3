package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML file whose values know where they were written, and what is wrong with it. Not safe for
 * use by several threads.
 */
final class YamlFile {

  private static final int LARGEST_FILE = 64 << 20;

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparingInt((Diagnostic problem) -> problem.location().line())
          .thenComparingInt(problem -> problem.location().column());

  private final String name;
  private final String text;
  private final boolean hasSupplementary;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<YamlMapping> mappings = new ArrayList<>();
  private @Nullable SplSource whole;

  private YamlFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.hasSupplementary = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /** Parses a text that is one mapping; whatever is wrong with it becomes a problem. */
  static YamlFile parse(String name, String text) {
    return new YamlFile(name, text)
        .composed((file, compose) -> file.add(compose.composeString(text).orElse(null)));
  }

  /** Parses a text of several mappings: documents, or the items of documents that are lists. */
  static YamlFile parseAll(String name, String text) {
    return new YamlFile(name, text)
        .composed(
            (file, compose) -> {
              for (Node document : compose.composeAllFromString(text)) {
                if (document instanceof SequenceNode list) {
                  list.getValue().forEach(file::add);
                } else {
                  file.add(document);
                }
              }
            });
  }

  private YamlFile composed(BiConsumer<YamlFile, Compose> reader) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(LARGEST_FILE).build();
    try {
      reader.accept(this, new Compose(settings));
    } catch (MarkedYamlEngineException e) {
      int offset = e.getProblemMark().map(this::offset).orElse(0);
      problem(offset, "is not YAML: " + e.getProblem(), null);
    } catch (YamlEngineException e) {
      problem(0, "is not YAML: " + e.getMessage(), null);
    }
    return this;
  }

  private void add(@Nullable Node node) {
    if (node instanceof MappingNode mapping) {
      mappings.add(new YamlMapping(this, mapping));
    } else {
      int offset = node == null ? 0 : node.getStartMark().map(this::offset).orElse(0);
      problem(offset, "must be a mapping of keys to values", null);
    }
  }

  /** A file that could not be had, for a reason. */
  static YamlFile unreadable(String name, String reason) {
    YamlFile file = new YamlFile(name, "");
    file.problem(0, reason, null);
    return file;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** The outermost mapping; null when there is none, which is a problem then. */
  @Nullable YamlMapping root() {
    return mappings.isEmpty() ? null : mappings.get(0);
  }

  /** All mappings, in order. */
  List<YamlMapping> mappings() {
    return List.copyOf(mappings);
  }

  /** In the order of their places. */
  List<Diagnostic> problems() {
    return problems.stream().sorted(BY_PLACE).toList();
  }

  boolean isSound() {
    return problems.stream().allMatch(Diagnostic::isWarning);
  }

  /** The place of an offset. */
  SourceSpan place(int offset) {
    SplSource source = whole;
    if (source == null) {
      source = SplSources.of(name, text);
      whole = source;
    }
    int at = Math.min(offset, text.length());
    return new SourceSpan(source, at, at);
  }

  void problem(int offset, String message, @Nullable String hint) {
    Diagnostic problem = Diagnostic.error(place(offset), message);
    Diagnostic hinted = hint == null ? problem : problem.withHint(hint);
    if (!problems.contains(hinted)) {
      problems.add(hinted); // a mapping that is read twice tells its problems twice
    }
  }

  /** Where a mark is, in UTF-16 units: the parser counts code points. */
  int offset(Mark mark) {
    return hasSupplementary ? text.offsetByCodePoints(0, mark.getIndex()) : mark.getIndex();
  }
}
