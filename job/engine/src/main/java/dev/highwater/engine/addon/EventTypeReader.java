package dev.highwater.engine.addon;

import dev.highwater.engine.compile.MacroExpander;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplParser;
import dev.highwater.engine.spl.SplSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads eventtypes.conf and looks over tags.conf (S-662, S-1300): what cannot be used is told of
 * and left out.
 */
final class EventTypeReader {

  private final MacroExpander macros;
  private final Map<String, ConfStanza> tags;
  private final Consumer<Diagnostic> problems;
  private final Map<String, SearchExpression> types = new TreeMap<>();

  /**
   * @param macros those that event types may name
   * @param tags the stanzas of tags.conf; those that are of no form are taken out
   * @param problems takes what is wrong
   */
  EventTypeReader(
      MacroLibrary macros, Map<String, ConfStanza> tags, Consumer<Diagnostic> problems) {
    this.macros = new MacroExpander(macros);
    this.tags = tags;
    this.problems = problems;
  }

  /** The searches of the event types that are on, by name. */
  Map<String, SearchExpression> read(Map<String, ConfStanza> stanzas) {
    stanzas.values().stream()
        .filter(stanza -> !stanza.isTrue("disabled", false))
        .forEach(this::add);
    for (String name : new ArrayList<>(types.keySet())) {
      attempt(
          () ->
              SearchExpressionCompiler.compile(
                  new KnowledgeExpander(types, tags)
                      .expand(Objects.requireNonNull(types.get(name)))),
          () -> types.remove(name));
    }
    return Collections.unmodifiableMap(types);
  }

  private void add(ConfStanza stanza) {
    ConfSetting search = stanza.settings().get("search");
    if (search != null) {
      attempt(
          () -> {
            SplSource text = macros.expand(search.source());
            requireOneSearch(text);
            SourceSpan span = new SourceSpan(text, 0, text.text().length());
            types.put(stanza.name(), SearchExpressionParser.parse(span));
          },
          () -> {});
    }
  }

  private static void requireOneSearch(SplSource text) {
    List<CommandCall> calls = SplParser.parse(text).calls();
    if (calls.size() > 1) {
      throw new SplException(
          Diagnostic.error(calls.get(1).span(), "an event type is a search without commands"));
    }
  }

  private void attempt(Runnable reading, Runnable otherwise) {
    try {
      reading.run();
    } catch (SplException e) {
      problems.accept(e.diagnostic());
      otherwise.run();
    }
  }

  /** Tells of stanzas of tags.conf that are of no form, or whose event type is nowhere. */
  void checkTags() {
    for (ConfStanza stanza : List.copyOf(tags.values())) {
      int equals = stanza.name().indexOf('=');
      if (stanza.settings().isEmpty()) {
        continue;
      }
      ConfSetting first = stanza.settings().values().iterator().next();
      SourceSpan place = new SourceSpan(first.source(), 0, 0);
      if (equals <= 0) {
        tags.remove(stanza.name());
        problems.accept(
            Diagnostic.error(place, "expected [field=value], not [" + stanza.name() + "]"));
      } else if (stanza.name().startsWith("eventtype=")) {
        String type = KnowledgeExpander.decoded(stanza.name().substring(equals + 1));
        if (!types.containsKey(type)) {
          problems.accept(Diagnostic.warning(place, "there is no event type '" + type + "'"));
        }
      }
    }
  }
}
