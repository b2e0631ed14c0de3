package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LookupDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A lookup without a table: a program in other products, worked out from one value here. */
interface CalculatedLookup {

  String name();

  /** The column that the value stands in. */
  String input();

  /** The columns that follow from it, in order. */
  List<String> outputs();

  /** The output columns of a value. */
  Row row(String value);

  /** How searches see it: it cannot be written, and each value matches one row. */
  default LookupDefinition definition() {
    List<String> columns = new ArrayList<>(List.of(input()));
    columns.addAll(outputs());
    return new LookupDefinition(name(), columns, Map.of(), true, 1, 0, null, false);
  }

  /** What each of the values matches. */
  default List<List<Row>> matchesOfEach(FieldValue values) {
    return values.members().stream().map(value -> List.of(row(value.text()))).toList();
  }
}
