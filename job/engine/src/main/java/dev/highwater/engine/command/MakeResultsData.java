package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a text in CSV or JSON spells. */
final class MakeResultsData {

  private MakeResultsData() {}

  /**
   * The rows of {@code data}.
   *
   * @throws dev.highwater.engine.spl.SplException for another format, or JSON that is no array of
   *     objects
   */
  static List<Row> read(ArgumentReader arguments, Word format, Word data) {
    if (format.text().equals("csv")) {
      return csv(data.text());
    }
    if (!format.text().equals("json")) {
      throw arguments.error(
          format.span(),
          "unknown format '" + format.text() + "'",
          "Write format=csv or format=json");
    }
    List<Row> rows = json(data.text());
    if (rows == null) {
      throw arguments.error(data.span(), "the data is no JSON array of objects");
    }
    return rows;
  }

  private static List<Row> csv(String text) {
    List<List<String>> records = CsvText.records(text);
    List<Row> rows = new ArrayList<>();
    for (List<String> values : records.subList(Math.min(1, records.size()), records.size())) {
      Row row = new Row();
      for (int i = 0; i < Math.min(values.size(), records.get(0).size()); i++) {
        row.set(records.get(0).get(i).strip(), FieldValue.of(values.get(i).strip()));
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable List<Row> json(String text) {
    JsonNode root = JsonNode.complete(text);
    if (root == null || !root.isArray()) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode item : root.children()) {
      if (!item.isObject()) {
        return null;
      }
      Row row = new Row();
      for (JsonNode member : item.children()) {
        row.set(
            String.valueOf(member.name()),
            member.isArray()
                ? MultiValue.of(member.children().stream().map(JsonNode::fieldValue).toList())
                : member.fieldValue());
      }
      rows.add(row);
    }
    return rows;
  }
}
