package dev.highwater.app.search;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a file.
 *
 * @param faults a sentence for each line that is no row, with its place
 */
record RowFile(List<Row> rows, List<String> faults) {

  /** Reads all lines. */
  static RowFile read(LineFile file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    file.forEach(
        (number, line) -> {
          if (JsonReader.read(line) instanceof Json.Members object) {
            rows.add(JsonRow.of(object));
          } else {
            faults.add(file.name() + ":" + number + ":1: expected a JSON object, a row a line");
          }
        });
    return new RowFile(rows, faults);
  }
}
