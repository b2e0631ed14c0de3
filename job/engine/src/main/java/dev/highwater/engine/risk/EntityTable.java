package dev.highwater.engine.risk;

import dev.highwater.engine.match.CidrBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets or identities, found by any of their names. Immutable. */
public final class EntityTable {

  /** Nobody is known. */
  public static final EntityTable EMPTY = new EntityTable(List.of());

  private final List<Entity> entities;
  private final Map<String, Entity> byKey = new HashMap<>();
  private final Map<CidrBlock, Entity> bySubnet = new LinkedHashMap<>();

  /** Of entities of which the first one with a key has it. */
  public EntityTable(List<Entity> entities) {
    this.entities = List.copyOf(entities);
    for (Entity entity : entities) {
      for (String key : entity.keys()) {
        byKey.putIfAbsent(key, entity);
        CidrBlock subnet = key.indexOf('/') < 0 ? null : CidrBlock.parse(key);
        if (subnet != null) {
          bySubnet.putIfAbsent(subnet, entity);
        }
      }
    }
  }

  /** Two tables of the same entities are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityTable table && entities.equals(table.entities);
  }

  @Override
  public int hashCode() {
    return entities.hashCode();
  }

  /** In the order of the file. */
  public List<Entity> entities() {
    return entities;
  }

  /** Who goes by that name, in any case, or has that address; {@code null} for nobody. */
  public @Nullable Entity find(String name) {
    Entity entity = byKey.get(name.toLowerCase(Locale.ROOT));
    if (entity == null) {
      for (Map.Entry<CidrBlock, Entity> subnet : bySubnet.entrySet()) {
        if (subnet.getKey().contains(name)) {
          return subnet.getValue();
        }
      }
    }
    return entity;
  }

  /**
   * An asset of a line of the table that Enterprise Security keeps: {@code ip}, {@code mac}, {@code
   * nt_host}, {@code dns}, {@code priority}, {@code category}, {@code bunit}; several values stand
   * between bars. {@code null} without a name.
   */
  public static @Nullable Entity asset(Map<String, String> cells) {
    return entity(cells, List.of("nt_host", "dns", "ip", "mac"));
  }

  /** An identity of a line: {@code identity}, {@code email} and the columns of assets. */
  public static @Nullable Entity identity(Map<String, String> cells) {
    return entity(cells, List.of("identity", "email"));
  }

  private static @Nullable Entity entity(Map<String, String> cells, List<String> keyColumns) {
    List<String> keys = new ArrayList<>();
    keyColumns.forEach(column -> keys.addAll(values(cells, column)));
    return keys.isEmpty()
        ? null
        : new Entity(
            keys,
            Severity.spelled(cells.getOrDefault("priority", "")),
            values(cells, "category"),
            cells.getOrDefault("bunit", "").strip(),
            List.of("true", "yes", "1", "t", "y")
                .contains(cells.getOrDefault("watchlist", "").strip().toLowerCase(Locale.ROOT)));
  }

  private static List<String> values(Map<String, String> cells, String column) {
    List<String> values = new ArrayList<>();
    for (String value : cells.getOrDefault(column, "").split("\\|", -1)) {
      String name = value.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !values.contains(name)) {
        values.add(name);
      }
    }
    return values;
  }
}
