package dev.highwater.engine.addon;

import dev.highwater.engine.command.CsvText;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of add-ons: each stanza of transforms.conf with a {@code filename} is one, matched as
 * text with regard to case, of one row for a key (S-1400). Immutable.
 */
final class ShippedLookups implements FixedLookups {

  private static final LookupTable NOTHING = new LookupTable(List.of(), List.of());

  private final Map<String, LookupTable> tables = new HashMap<>();

  /**
   * @param files from the name of an add-on's file to its text
   */
  void add(Map<String, ConfStanza> transforms, UnaryOperator<String> files) {
    transforms.forEach(
        (name, stanza) -> {
          String file = stanza.value("filename");
          if (file != null) {
            tables.put(name, table(CsvText.records(files.apply("lookups/" + file))));
          }
        });
  }

  private static LookupTable table(List<List<String>> records) {
    List<String> header = records.get(0);
    List<Row> rows = new ArrayList<>();
    for (List<String> cells : records.subList(1, records.size())) {
      Row row = new Row();
      for (int i = 0; i < header.size(); i++) {
        row.set(header.get(i), FieldValue.of(cells.get(i)));
      }
      rows.add(row);
    }
    return new LookupTable(header, rows);
  }

  @Override
  public @Nullable LookupDefinition definition(String name) {
    LookupTable table = tables.get(name);
    return table == null
        ? null
        : new LookupDefinition(name, table.fields(), Map.of(), true, 1, 0, null, false);
  }

  @Override
  public LookupTable contents(LookupDefinition definition) {
    return tables.getOrDefault(definition.name(), NOTHING);
  }
}
