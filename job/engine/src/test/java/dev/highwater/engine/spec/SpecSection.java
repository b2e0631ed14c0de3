package dev.highwater.engine.spec;

import dev.highwater.engine.event.Row;
import java.util.List;

/**
 * A named part of a case: {@code :: kind name options} and a table.
 *
 * @param name what it is the rows or contents of; empty for none
 * @param options the words behind the name
 * @param lines of the table
 */
record SpecSection(String kind, String name, List<String> options, List<String> lines) {

  static SpecSection of(String header, List<String> lines) {
    List<String> words = List.of(header.strip().split("\\s+"));
    return new SpecSection(
        words.get(0),
        words.size() > 1 ? words.get(1) : "",
        words.size() > 2 ? words.subList(2, words.size()) : List.of(),
        lines);
  }

  List<Row> rows() {
    return lines.equals(List.of("(no rows)")) ? List.of() : SpecTable.rows(lines);
  }
}
