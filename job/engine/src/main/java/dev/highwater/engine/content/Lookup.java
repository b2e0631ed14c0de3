package dev.highwater.engine.content;

import dev.highwater.engine.plan.LookupDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The definition of a lookup (S-352).
 *
 * @param fileName name of the table's file in the lookups folder; empty for a collection
 * @param collection name of the collection; empty for a file
 * @param fields the fields that a collection has; empty for a file, whose first line names them
 * @param matchTypes as written, {@code WILDCARD(field)}, {@code CIDR(field)}; empty for exact
 * @param defaultMatch what stands for a value when nothing matches; empty for nothing
 * @param table what it holds before the first run; a collection has none unless the user gives one
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

  private static final String CSV = ".csv";

  /** The field by which a collection tells its rows apart; no column of a lookup (S-356). */
  private static final String KEY = "_key";

  /** Splunk's default for lookups without a time (S-351). */
  private static final int MAX_MATCHES = 100;

  public Lookup {
    fields = List.copyOf(fields);
    matchTypes = List.copyOf(matchTypes);
  }

  /** How searches match it. */
  public LookupDefinition definition() {
    return new LookupDefinition(
        name,
        fields.stream().filter(field -> !field.equals(KEY)).toList(),
        MatchTypes.parse(matchTypes),
        isCaseSensitive,
        maxMatches.orElse(MAX_MATCHES),
        minMatches.orElse(0),
        defaultMatch.isEmpty() ? null : defaultMatch,
        isTable());
  }

  /**
   * How searches match it that name its file: exactly, as no definition is asked (S-992).
   *
   * @return with the name of this lookup, whose contents they are
   */
  LookupDefinition definitionOfFile() {
    return new LookupDefinition(name, List.of(), Map.of(), true, MAX_MATCHES, 0, null, isTable());
  }

  /** What it holds before the first run: rows of a collection have no empty values (S-356). */
  public dev.highwater.engine.plan.LookupTable contents() throws IOException {
    if (!table.path().endsWith(CSV)) {
      return new dev.highwater.engine.plan.LookupTable(definition().fields(), List.of());
    }
    return isCollection() ? table.contents().withoutEmptyValues() : table.contents();
  }

  Lookup withTable(LookupTable contents) {
    return new Lookup(
        name,
        file,
        fileName,
        collection,
        fields,
        matchTypes,
        defaultMatch,
        minMatches,
        maxMatches,
        isCaseSensitive,
        contents);
  }

  /** Whether searches keep it, in place of a file. */
  public boolean isCollection() {
    return fileName.isEmpty();
  }

  private boolean isTable() {
    return fileName.isEmpty() || fileName.endsWith(CSV);
  }
}
