package dev.highwater.engine.content;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

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
  private @Nullable SplSource whole;
  private @Nullable YamlMapping root;

  private YamlFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.hasSupplementary = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /** Parses the text; whatever is wrong with it becomes a problem. */
  static YamlFile parse(String name, String text) {
    YamlFile file = new YamlFile(name, text);
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(LARGEST_FILE).build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isPresent() && node.get() instanceof MappingNode mapping) {
        file.root = new YamlMapping(file, mapping);
      } else {
        file.problem(0, "must be a mapping of keys to values", null);
      }
    } catch (MarkedYamlEngineException e) {
      int offset = e.getProblemMark().map(file::offset).orElse(0);
      file.problem(offset, "is not YAML: " + e.getProblem(), null);
    } catch (YamlEngineException e) {
      file.problem(0, "is not YAML: " + e.getMessage(), null);
    }
    return file;
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
    return root;
  }

  /** In the order of their places. */
  List<Diagnostic> problems() {
    return problems.stream().sorted(BY_PLACE).toList();
  }

  boolean isSound() {
    return problems.stream().allMatch(Diagnostic::isWarning);
  }

  void problem(int offset, String message, @Nullable String hint) {
    SplSource source = whole;
    if (source == null) {
      source = SplSources.of(name, text);
      whole = source;
    }
    int at = Math.min(offset, text.length());
    Diagnostic problem = Diagnostic.error(new SourceSpan(source, at, at), message);
    problems.add(hint == null ? problem : problem.withHint(hint));
  }

  /** Where a mark is, in UTF-16 units: the parser counts code points. */
  int offset(Mark mark) {
    return hasSupplementary ? text.offsetByCodePoints(0, mark.getIndex()) : mark.getIndex();
  }
}
