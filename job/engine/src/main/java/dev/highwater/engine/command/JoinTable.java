package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a subsearch by the values that they are joined by, in their order. */
final class JoinTable {

  private final List<String> fields;
  private final JoinStage.Settings settings;
  private final Map<String, List<Row>> partners = new HashMap<>();

  /**
   * @param fields without any no row has a partner
   */
  JoinTable(List<String> fields, JoinStage.Settings settings, List<Row> rows) {
    this.fields = fields;
    this.settings = settings;
    if (!fields.isEmpty()) {
      rows.forEach(this::add);
    }
  }

  private void add(Row row) {
    String key = JoinStage.key(fields, row);
    if (key == null) {
      return;
    }
    List<Row> known = partners.get(key);
    if (known == null) {
      partners.put(key, List.of(row)); // most keys have one row: no list that could grow
    } else if (settings.usesTime() || settings.most() == 0 || known.size() < settings.most()) {
      List<Row> more = known instanceof ArrayList ? known : new ArrayList<>(known);
      more.add(row);
      partners.put(key, more);
    }
  }

  /** Gives the row once for each of its partners. */
  void join(Row row, RowSink downstream) {
    String key = JoinStage.key(fields, row);
    List<Row> candidates = key == null ? List.of() : partners.getOrDefault(key, List.of());
    Row main = candidates.size() > 1 ? row.copy() : row;
    int joined = 0;
    for (Row partner : candidates) {
      if (settings.most() > 0 && joined == settings.most()) {
        break;
      }
      if (!settings.usesTime() || isOnItsSide(partner, main)) {
        downstream.accept(merged(joined == 0 ? row : main.copy(), partner));
        joined++;
      }
    }
    if (joined == 0 && settings.isOuter()) {
      downstream.accept(row);
    }
  }

  private boolean isOnItsSide(Row partner, Row row) {
    FieldValue theirs = partner.get("_time");
    FieldValue ours = row.get("_time");
    if (theirs == null || ours == null) {
      return false;
    }
    return settings.isEarlier()
        ? theirs.number() <= ours.number()
        : theirs.number() >= ours.number();
  }

  private Row merged(Row row, Row partner) {
    for (String name : partner.names()) {
      if (settings.overwrites() || row.get(name) == null) {
        row.set(name, partner.get(name));
      }
    }
    return row;
  }
}
