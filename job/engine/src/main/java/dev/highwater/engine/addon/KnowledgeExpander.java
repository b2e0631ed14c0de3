package dev.highwater.engine.addon;

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
import java.util.Set;

/**
 * Writes {@code tag=} and {@code eventtype=} out as the searches behind them (S-045, S-662), so
 * that nothing but fields of the event is left.
 */
public final class KnowledgeExpander {

  private final AddOnLibrary library;
  private final Set<String> open = new HashSet<>();

  public KnowledgeExpander(AddOnLibrary library) {
    this.library = library;
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
    return switch (comparison.field()) {
      case "tag" -> withTag(comparison);
      case "eventtype" -> ofType(comparison, comparison.value().text());
      default -> comparison;
    };
  }

  private SearchExpression withTag(SearchExpression.Comparison comparison) {
    String tag = comparison.value().text();
    List<SearchExpression> choices = new ArrayList<>();
    library
        .tags()
        .values()
        .forEach(
            stanza -> {
              if ("enabled".equals(stanza.value(tag))) {
                choices.add(tagged(comparison, stanza.name()));
              }
            });
    return new SearchExpression.Or(comparison.span(), choices);
  }

  /** The condition of a tags.conf stanza: {@code field=value}, the value encoded as in a URL. */
  private SearchExpression tagged(SearchExpression.Comparison comparison, String stanza) {
    int equals = stanza.indexOf('=');
    String field = stanza.substring(0, equals);
    String value =
        URLDecoder.decode(stanza.substring(equals + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    if (field.equals("eventtype")) {
      return ofType(comparison, value);
    }
    SearchValue written = comparison.value();
    return new SearchExpression.Comparison(
        comparison.span(),
        field,
        Operator.EQUAL,
        new SearchValue(written.span(), value, true, written.directive()));
  }

  private SearchExpression ofType(SearchExpression.Comparison comparison, String name) {
    SearchExpression search = library.eventTypes().get(name);
    if (search == null) {
      return new SearchExpression.Or(comparison.span(), List.of());
    }
    if (!open.add(name)) {
      throw new SplException(
          Diagnostic.error(comparison.span(), "event type '" + name + "' refers to itself"));
    }
    SearchExpression expanded = expand(search);
    open.remove(name);
    return expanded;
  }
}
