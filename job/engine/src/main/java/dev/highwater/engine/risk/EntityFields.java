package dev.highwater.engine.risk;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What assets and identities say of the values in a row (S-705, S-709, S-1904). */
final class EntityFields {

  private static final List<String> ASSET_FIELDS = List.of("dest", "src", "dvc");
  private static final List<String> IDENTITY_FIELDS = List.of("user", "src_user");

  private final RiskKnowledge knowledge;

  EntityFields(RiskKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The row with {@code dest_priority} and the like, where somebody knows them. */
  Row of(Row row) {
    if (isEmpty()) {
      return row;
    }
    Row described = row.copy();
    ASSET_FIELDS.forEach(field -> describe(described, field, knowledge.assets()));
    IDENTITY_FIELDS.forEach(field -> describe(described, field, knowledge.identities()));
    return described;
  }

  private boolean isEmpty() {
    return knowledge.assets().entities().isEmpty() && knowledge.identities().entities().isEmpty();
  }

  private static void describe(Row row, String field, EntityTable table) {
    FieldValue value = row.get(field);
    if (value == null || table.entities().isEmpty()) {
      return;
    }
    Set<Entity> found = new LinkedHashSet<>();
    for (FieldValue member : value.members()) {
      Entity entity = table.find(member.text());
      if (entity != null) {
        found.add(entity);
      }
    }
    describe(row, field, found);
  }

  private static void describe(Row row, String field, Set<Entity> entities) {
    Set<String> priorities = new LinkedHashSet<>();
    Set<String> categories = new LinkedHashSet<>();
    Set<String> units = new LinkedHashSet<>();
    boolean isWatchlisted = false;
    for (Entity entity : entities) {
      priorities.add(entity.priority().text());
      categories.addAll(entity.categories());
      units.add(entity.businessUnit());
      isWatchlisted |= entity.isWatchlisted();
    }
    units.remove("");
    fill(row, field + "_priority", priorities);
    fill(row, field + "_category", categories);
    fill(row, field + "_bunit", units);
    fill(row, field + "_watchlist", isWatchlisted ? Set.of("true") : Set.of());
  }

  /** What the search says itself stays. */
  private static void fill(Row row, String field, Set<String> texts) {
    if (!texts.isEmpty() && row.get(field) == null) {
      List<FieldValue> values = texts.stream().map(FieldValue::of).toList();
      row.set(field, values.size() == 1 ? values.get(0) : MultiValue.of(values));
    }
  }

  /** The row with {@code risk_object_priority} and the like for one object. */
  Row ofObject(Row row, String object, RiskObjectType type) {
    Entity entity = entity(object, type);
    if (entity == null) {
      return row;
    }
    Row described = row.copy();
    describe(described, "risk_object", Set.of(entity));
    return described;
  }

  /** The name that an object goes by first; without one the object in lower case (S-705). */
  String normalized(String object, RiskObjectType type) {
    Entity entity = entity(object, type);
    return entity == null ? object.toLowerCase(Locale.ROOT) : entity.keys().get(0);
  }

  /** What kind of object a field names. */
  RiskObjectType typeOf(String field) {
    if (IDENTITY_FIELDS.contains(field)) {
      return RiskObjectType.USER;
    }
    return ASSET_FIELDS.contains(field) ? RiskObjectType.SYSTEM : RiskObjectType.OTHER;
  }

  private @Nullable Entity entity(String object, RiskObjectType type) {
    return switch (type) {
      case SYSTEM -> knowledge.assets().find(object);
      case USER -> knowledge.identities().find(object);
      case OTHER -> null;
    };
  }

  /** The highest priority of anybody in the row; {@link Severity#UNKNOWN} for nobody. */
  Severity highestPriority(Row row) {
    Severity highest = Severity.UNKNOWN;
    Row described = of(row);
    for (List<String> fields : List.of(ASSET_FIELDS, IDENTITY_FIELDS)) {
      for (String field : fields) {
        FieldValue priority = described.get(field + "_priority");
        for (FieldValue each : priority == null ? List.<FieldValue>of() : priority.members()) {
          Severity spelled = Severity.spelled(each.text());
          highest = spelled.compareTo(highest) > 0 ? spelled : highest;
        }
      }
    }
    return highest;
  }
}
