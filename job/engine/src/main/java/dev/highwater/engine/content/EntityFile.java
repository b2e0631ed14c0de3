package dev.highwater.engine.content;

import dev.highwater.engine.risk.Entity;
import dev.highwater.engine.risk.EntityTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Assets and identities in CSV files of the columns that Enterprise Security has (S-1904). */
public final class EntityFile {

  private EntityFile() {}

  /**
   * The assets of a CSV file: {@code ip}, {@code mac}, {@code nt_host}, {@code dns}, {@code
   * priority}, {@code category}, {@code bunit}; other columns say nothing, and neither do lines
   * without a name.
   *
   * @throws IllegalArgumentException when no column names anything
   */
  public static EntityTable assets(String text) {
    return table(text, List.of("ip", "mac", "nt_host", "dns"), EntityTable::asset);
  }

  /** The identities: {@code identity}, {@code email}, {@code watchlist}; as {@link #assets}. */
  public static EntityTable identities(String text) {
    return table(text, List.of("identity", "email"), EntityTable::identity);
  }

  private static EntityTable table(
      String text,
      List<String> keyColumns,
      Function<Map<String, String>, @Nullable Entity> reader) {
    CsvText csv = new CsvText(text);
    List<String> header =
        csv.next().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (keyColumns.stream().noneMatch(header::contains)) {
      throw new IllegalArgumentException(
          "no column names anything: " + header + " (must hold one of " + keyColumns + ")");
    }
    List<Entity> entities = new ArrayList<>();
    for (List<String> cells = csv.next(); !cells.isEmpty(); cells = csv.next()) {
      Map<String, String> line = new HashMap<>();
      for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
        line.put(header.get(i), cells.get(i));
      }
      Entity entity = reader.apply(line);
      if (entity != null) {
        entities.add(entity);
      }
    }
    return new EntityTable(entities);
  }
}
