package dev.highwater.engine.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a lookup matches (S-351, S-356).
 *
 * @param fields its columns, in order; empty when nobody says which
 * @param matchTypes columns whose values are patterns; others match as text
 * @param maxMatches rows that one value matches at most
 * @param minMatches when fewer rows match, {@code defaultMatch} fills up
 * @param defaultMatch {@code null} for no value
 * @param isWritable whether searches may write it
 */
public record LookupDefinition(
    String name,
    List<String> fields,
    Map<String, MatchType> matchTypes,
    boolean isCaseSensitive,
    int maxMatches,
    int minMatches,
    @Nullable String defaultMatch,
    boolean isWritable) {

  /** How a column is compared. */
  public enum MatchType {
    EXACT,
    /** The table's value holds {@code *}. */
    WILDCARD,
    /** The table's value is a subnet. */
    CIDR
  }

  public LookupDefinition {
    fields = List.copyOf(fields);
    matchTypes = Map.copyOf(matchTypes);
  }
}
