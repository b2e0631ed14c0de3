package dev.highwater.engine.function.comparison;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonWriter;
import dev.highwater.engine.match.CaseFolding;
import dev.highwater.engine.match.CidrBlock;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up rows of a table as its definition says (S-351, S-356). */
record LookupMatch(LookupDefinition definition) {

  /** The wanted columns of the rows that match all keys; NULL where there is none. */
  @Nullable FieldValue result(LookupTable table, Json.Members keys, Json.Items columns) {
    List<Row> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      if (rows.size() < definition.maxMatches() && matches(row, keys)) {
        rows.add(row);
      }
    }
    Map<String, Json> found = new LinkedHashMap<>();
    for (Json column : columns.list()) {
      String name = column.fieldText();
      Json value = name == null ? null : value(name, rows);
      if (name != null && value != null) {
        found.put(name, value);
      }
    }
    return found.isEmpty() ? null : FieldValue.of(JsonWriter.write(new Json.Members(found)));
  }

  private @Nullable Json value(String column, List<Row> rows) {
    List<Json> values = new ArrayList<>();
    for (Row row : rows) {
      FieldValue value = row.get(column);
      if (value != null) {
        values.add(new Json.Text(value.text()));
      }
    }
    String missing = definition.defaultMatch();
    for (int i = rows.size(); missing != null && i < definition.minMatches(); i++) {
      values.add(new Json.Text(missing));
    }
    return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : new Json.Items(values);
  }

  private boolean matches(Row row, Json.Members keys) {
    for (Map.Entry<String, Json> key : keys.byName().entrySet()) {
      FieldValue cell = row.get(key.getKey());
      String wanted = key.getValue().fieldText();
      if (cell == null || wanted == null || !matches(key.getKey(), cell.text(), wanted)) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(String column, String cell, String wanted) {
    LookupDefinition.MatchType type =
        definition.matchTypes().getOrDefault(column, LookupDefinition.MatchType.EXACT);
    return switch (type) {
      case EXACT ->
          definition.isCaseSensitive()
              ? cell.equals(wanted)
              : CaseFolding.equal(CaseFolding.fold(cell), wanted);
      case WILDCARD ->
          (definition.isCaseSensitive()
                  ? WildcardPattern.exact(cell)
                  : WildcardPattern.ignoringCase(cell))
              .matches(wanted);
      case CIDR -> {
        CidrBlock block = CidrBlock.parse(cell);
        yield block != null && block.contains(wanted);
      }
    };
  }
}
