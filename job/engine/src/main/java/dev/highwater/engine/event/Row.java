package dev.highwater.engine.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result row: fields in the order in which they were first set. Not safe for use by several
 * threads.
 */
public final class Row implements ListedFields {

  private final Map<String, FieldValue> fields;

  public Row() {
    this.fields = new LinkedHashMap<>();
  }

  private Row(Map<String, FieldValue> fields) {
    this.fields = new LinkedHashMap<>(fields);
  }

  @Override
  public @Nullable FieldValue get(String name) {
    return fields.get(name);
  }

  /** Sets a field; {@code null} removes it (S-104). Returns this row. */
  public Row set(String name, @Nullable FieldValue value) {
    if (value == null) {
      fields.remove(name);
    } else {
      fields.put(name, value);
    }
    return this;
  }

  /** The names of the fields that have a value, in order; a view. */
  @Override
  public Set<String> names() {
    return fields.keySet();
  }

  /** Replaces all fields by those of {@code other}. */
  public void replaceWith(Row other) {
    Map<String, FieldValue> taken = new LinkedHashMap<>(other.fields);
    fields.clear();
    fields.putAll(taken);
  }

  /** About how much memory it takes, names of fields left out. */
  public long estimatedBytes() {
    long bytes = 64;
    for (FieldValue value : fields.values()) {
      bytes += 48 + value.estimatedBytes();
    }
    return bytes;
  }

  /** A row of its own with the same fields. */
  public Row copy() {
    return new Row(fields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row && row.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
