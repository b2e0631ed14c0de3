package dev.highwater.engine.addon;

import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpression.Operator;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SplException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes {@code tag=} and {@code eventtype=} out as the searches behind them (S-045, S-662), so
 * that nothing but fields of the event is left.
 */
public final class KnowledgeExpander {

  private static final String TAG_OF = "tag::";

  private final Map<String, SearchExpression> eventTypes;
  private final Map<String, ConfStanza> tags;
  private final Set<String> open = new HashSet<>();

  public KnowledgeExpander(AddOnLibrary library) {
    this(library.eventTypes(), library.tags());
  }

  /**
   * @param eventTypes their searches by name
   * @param tags the stanzas of tags.conf by name
   */
  KnowledgeExpander(Map<String, SearchExpression> eventTypes, Map<String, ConfStanza> tags) {
    this.eventTypes = eventTypes;
    this.tags = tags;
  }

  /**
   * The expression without tags and event types.
   *
   * @throws SplException when event types refer to each other in a circle
   */
  public SearchExpression expand(SearchExpression expression) {
    if (expression instanceof SearchExpression.And and) {
      return new SearchExpression.And(and.span(), expandAll(and.operands()));
    } else if (expression instanceof SearchExpression.Or or) {
      return new SearchExpression.Or(or.span(), expandAll(or.operands()));
    } else if (expression instanceof SearchExpression.Not not) {
      return new SearchExpression.Not(not.span(), expand(not.operand()));
    } else if (expression instanceof SearchExpression.Comparison comparison
        && comparison.operator() == Operator.EQUAL) {
      return expand(comparison);
    }
    return expression;
  }

  private List<SearchExpression> expandAll(List<SearchExpression> expressions) {
    List<SearchExpression> expanded = new ArrayList<>();
    for (SearchExpression each : expressions) {
      expanded.add(expand(each));
    }
    return expanded;
  }

  private SearchExpression expand(SearchExpression.Comparison comparison) {
    String field = comparison.field();
    if (field.equals("tag") || field.startsWith(TAG_OF)) {
      return withTag(comparison, field.equals("tag") ? "" : field.substring(TAG_OF.length()));
    }
    return field.equals("eventtype") ? ofTypes(comparison, comparison.value().text()) : comparison;
  }

  /**
   * A tag, of any field or of one.
   *
   * @param field whose values are meant; empty for all
   */
  private SearchExpression withTag(SearchExpression.Comparison comparison, String field) {
    WildcardPattern tag = WildcardPattern.exact(comparison.value().text());
    List<SearchExpression> choices = new ArrayList<>();
    for (ConfStanza stanza : tags.values()) {
      int equals = stanza.name().indexOf('=');
      boolean isMeant = field.isEmpty() || stanza.name().startsWith(field + "=");
      if (equals > 0 && isMeant && hasTag(stanza, tag)) {
        choices.add(tagged(comparison, stanza.name(), equals));
      }
    }
    return new SearchExpression.Or(comparison.span(), choices);
  }

  private static boolean hasTag(ConfStanza stanza, WildcardPattern tag) {
    return stanza.settings().values().stream()
        .anyMatch(each -> tag.matches(each.key()) && isEnabled(each.value()));
  }

  private static boolean isEnabled(String value) {
    return value.equalsIgnoreCase("enabled");
  }

  /** The condition of a tags.conf stanza: {@code field=value}, the value encoded as in a URL. */
  private SearchExpression tagged(
      SearchExpression.Comparison comparison, String stanza, int equals) {
    String field = stanza.substring(0, equals);
    String value = decoded(stanza.substring(equals + 1));
    if (field.equals("eventtype")) {
      return eventTypes.containsKey(value)
          ? ofType(comparison, value)
          : new SearchExpression.Or(comparison.span(), List.of());
    }
    SearchValue written = comparison.value();
    return new SearchExpression.Comparison(
        comparison.span(),
        field,
        Operator.EQUAL,
        new SearchValue(written.span(), value, true, written.directive()));
  }

  /** The value of a tags.conf stanza; what is no encoding stands for itself. */
  static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** Names of event types compare as all values do: whatever the case, with wildcards. */
  private SearchExpression ofTypes(SearchExpression.Comparison comparison, String text) {
    WildcardPattern pattern = WildcardPattern.ignoringCase(text);
    List<SearchExpression> choices = new ArrayList<>();
    for (String name : eventTypes.keySet()) {
      if (pattern.matches(name)) {
        choices.add(ofType(comparison, name));
      }
    }
    return choices.size() == 1
        ? choices.get(0)
        : new SearchExpression.Or(comparison.span(), choices);
  }

  private SearchExpression ofType(SearchExpression.Comparison comparison, String name) {
    if (!open.add(name)) {
      throw new SplException(
          Diagnostic.error(comparison.span(), "event type '" + name + "' refers to itself"));
    }
    SearchExpression expanded = expand(Objects.requireNonNull(eventTypes.get(name)));
    open.remove(name);
    return expanded;
  }
}
