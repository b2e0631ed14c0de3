package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a lookup that match values of some of its columns (S-351, S-353). The columns
 * that are compared as text are looked up at once, patterns are tried in the order of the table.
 * Immutable; safe for several threads.
 */
public final class LookupMatcher {

  private static final List<Row> NONE = List.of();

  private final LookupDefinition definition;
  private final LookupTable table;
  private final List<String> columns;
  private final boolean[] isPlain;

  /** The rows, where no column holds patterns. */
  private final Map<List<String>, List<Row>> byAllColumns = new HashMap<>();

  private final Map<List<String>, LookupPatterns> byPlainColumns = new HashMap<>();

  /**
   * @param columns the columns that will be asked for, at least one
   */
  public LookupMatcher(LookupDefinition definition, LookupTable table, List<String> columns) {
    this.definition = definition;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.isPlain = new boolean[columns.size()];
    List<String> patternColumns = new ArrayList<>();
    for (int i = 0; i < isPlain.length; i++) {
      isPlain[i] = typeOf(columns.get(i)) == MatchType.EXACT;
      if (!isPlain[i]) {
        patternColumns.add(columns.get(i));
      }
    }
    List<MatchType> types = patternColumns.stream().map(this::typeOf).toList();
    for (Row row : table.rows()) {
      List<String> cells = cells(row);
      if (cells != null && types.isEmpty()) {
        add(plain(cells), row);
      } else if (cells != null) {
        byPlainColumns
            .computeIfAbsent(
                plain(cells), key -> new LookupPatterns(types, definition.isCaseSensitive()))
            .add(row, patterns(cells));
      }
    }
  }

  private void add(List<String> key, Row row) {
    List<Row> known = byAllColumns.get(key);
    if (known == null) {
      byAllColumns.put(key, List.of(row)); // most keys have one row: no list that could grow
    } else if (known.size() < definition.maxMatches()) {
      List<Row> more = known instanceof ArrayList ? known : new ArrayList<>(known);
      more.add(row);
      byAllColumns.put(key, more);
    }
  }

  /** The contents that are searched. */
  public LookupTable table() {
    return table;
  }

  /**
   * The matching rows in the order of the table, no more than the lookup's limit.
   *
   * @param values one for each column, in the order of the columns
   */
  public List<Row> matches(List<String> values) {
    List<String> key = plain(values);
    LookupPatterns candidates = byPlainColumns.get(key);
    return candidates == null
        ? byAllColumns.getOrDefault(key, NONE)
        : candidates.matches(patterns(values), definition.maxMatches());
  }

  /**
   * The matching rows for each combination of the values (S-990).
   *
   * @param keys one for each column, in the order of the columns
   */
  public List<List<Row>> matchesOfEach(List<FieldValue> keys) {
    List<List<String>> sought = List.of(List.of());
    for (FieldValue key : keys) {
      sought = combined(sought, key);
    }
    return sought.stream().map(this::matches).toList();
  }

  /** Each of the lists with each value behind it. */
  private static List<List<String>> combined(List<List<String>> lists, FieldValue values) {
    List<List<String>> combined = new ArrayList<>();
    for (List<String> list : lists) {
      for (FieldValue value : values.members()) {
        List<String> longer = new ArrayList<>(list);
        longer.add(value.text());
        combined.add(longer);
      }
    }
    return combined;
  }

  /**
   * What a column holds in rows that matched, filled up as the lookup says; NULL for nothing.
   *
   * @param found as {@link #matchesOfEach} gives them
   */
  public @Nullable FieldValue values(String column, List<List<Row>> found) {
    List<FieldValue> values = new ArrayList<>();
    String filler = definition.defaultMatch();
    for (List<Row> rows : found) {
      for (Row row : rows) {
        FieldValue value = row.get(column);
        if (value != null) {
          values.add(value);
        }
      }
      for (int n = rows.size(); filler != null && n < definition.minMatches(); n++) {
        values.add(FieldValue.of(filler));
      }
    }
    return MultiValue.of(values);
  }

  /** The row's texts in the columns; {@code null} when it lacks one, as then it matches nothing. */
  private @Nullable List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(columns.size());
    for (String column : columns) {
      FieldValue value = row.get(column);
      if (value == null) {
        return null;
      }
      cells.add(value.text());
    }
    return cells;
  }

  private MatchType typeOf(String column) {
    return definition.matchTypes().getOrDefault(column, MatchType.EXACT);
  }

  private List<String> plain(List<String> values) {
    List<String> plain = new ArrayList<>(values.size());
    for (int i = 0; i < isPlain.length; i++) {
      if (isPlain[i]) {
        String value = values.get(i);
        plain.add(definition.isCaseSensitive() ? value : CaseFolding.fold(value));
      }
    }
    return plain;
  }

  private List<String> patterns(List<String> values) {
    List<String> patterns = new ArrayList<>(values.size());
    for (int i = 0; i < isPlain.length; i++) {
      if (!isPlain[i]) {
        patterns.add(values.get(i));
      }
    }
    return patterns;
  }
}
