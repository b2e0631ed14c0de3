package dev.highwater.engine.addon;

import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code eventtype} and {@code tag} of the events of one source (S-1066): the names of
 * what holds for an event, in the order of bytes. Their tests are made when a name is first asked
 * for. Not safe for use by several threads.
 */
final class EventLabels {

  private static final String EVENT_TYPE = "eventtype";

  /** The fields that are given here. */
  static final Set<String> NAMES = Set.of(EVENT_TYPE, "tag");

  private final AddOnLibrary library;
  private final EventOrigin origin;
  private final Map<String, Map<String, RowPredicate>> tests = new HashMap<>();

  EventLabels(AddOnLibrary library, EventOrigin origin) {
    this.library = library;
    this.origin = origin;
  }

  /**
   * The value of a field, {@code null} when nothing holds for the event.
   *
   * @param name one of {@link #NAMES}
   */
  @Nullable FieldValue get(String name, Fields event) {
    List<FieldValue> labels = new ArrayList<>();
    tests(name)
        .forEach(
            (label, test) -> {
              if (test.matches(event)) {
                labels.add(FieldValue.of(label));
              }
            });
    return MultiValue.of(labels);
  }

  private Map<String, RowPredicate> tests(String name) {
    Map<String, RowPredicate> made = tests.get(name);
    if (made == null) {
      made = new TreeMap<>();
      for (String label : name.equals(EVENT_TYPE) ? library.eventTypes().keySet() : tags()) {
        RowPredicate test = test(name, label);
        if (test != RowPredicate.NEVER) {
          made.put(label, test);
        }
      }
      tests.put(name, made);
    }
    return made;
  }

  private Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    library.tags().values().forEach(stanza -> tags.addAll(stanza.settings().keySet()));
    return tags;
  }

  private RowPredicate test(String name, String label) {
    String quoted = label.replace("\\", "\\\\").replace("\"", "\\\"");
    SplSource text = SplSources.of("<" + name + ">", name + "=\"" + quoted + "\"");
    return SearchExpressionCompiler.compile(
        new KnowledgeExpander(library)
            .expand(SearchExpressionParser.parse(new SourceSpan(text, 0, text.text().length()))),
        origin::field);
  }
}
