package dev.highwater.engine.content;

import java.util.List;
import java.util.OptionalInt;

/**
 * The definition of a lookup (S-352).
 *
 * @param fileName name of the table's file in the lookups folder; empty for a collection
 * @param collection name of the collection; empty for a file
 * @param fields the fields that a collection has; empty for a file, whose first line names them
 * @param matchTypes as written, {@code WILDCARD(field)}, {@code CIDR(field)}; empty for exact
 * @param defaultMatch what stands for a value when nothing matches; empty for nothing
 * @param table the table's file; cannot be read for a collection
 */
public record Lookup(
    String name,
    String file,
    String fileName,
    String collection,
    List<String> fields,
    List<String> matchTypes,
    String defaultMatch,
    OptionalInt minMatches,
    OptionalInt maxMatches,
    boolean isCaseSensitive,
    LookupTable table) {

  public Lookup {
    fields = List.copyOf(fields);
    matchTypes = List.copyOf(matchTypes);
  }
}
