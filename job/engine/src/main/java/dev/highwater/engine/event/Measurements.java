package dev.highwater.engine.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of metric data points, one at a time: the fields of the event, of which {@code
 * metric_name}, {@code _value} and {@code metric_name:NAME} are those of the measurement (S-1080).
 * Follows the event that its fields are at. Not safe for use by several threads.
 */
public final class Measurements implements ListedFields {

  /** The field that holds the name of the metric. */
  public static final String NAME = "metric_name";

  /** The field that holds the measured number. */
  public static final String VALUE = "_value";

  /** What stands before the name of a metric where it is the name of a field. */
  public static final String PREFIX = "metric_name:";

  private final ListedFields event;
  private final List<String> names = new ArrayList<>();
  private final List<FieldValue> values = new ArrayList<>();
  private int current;

  public Measurements(ListedFields event) {
    this.event = event;
  }

  /** The measurements of an event that is a row, each as a row of its own. */
  public static List<Row> of(Row event) {
    Measurements measurements = new Measurements(new RowFields(event));
    List<Row> rows = new ArrayList<>();
    int count = measurements.read();
    for (int i = 0; i < count; i++) {
      measurements.turnTo(i);
      Row row = new Row();
      measurements.names().forEach(name -> row.set(name, measurements.get(name)));
      rows.add(row);
    }
    return rows;
  }

  private record RowFields(Row row) implements ListedFields {
    @Override
    public @Nullable FieldValue get(String name) {
      return row.get(name);
    }

    @Override
    public Collection<String> names() {
      return row.names();
    }
  }

  /**
   * Looks for the measurements of the event that the fields are at, and says how many there are.
   */
  public int read() {
    names.clear();
    values.clear();
    FieldValue name = event.get(NAME);
    if (name != null) {
      add(name.text(), event.get(VALUE));
    }
    for (String field : event.names()) {
      if (field.length() > PREFIX.length() && field.startsWith(PREFIX)) {
        add(field.substring(PREFIX.length()), event.get(field));
      }
    }
    return names.size();
  }

  private void add(String name, @Nullable FieldValue value) {
    if (value != null && value.isNumeric()) {
      names.add(name);
      values.add(value);
    }
  }

  /**
   * Turns to one of the measurements.
   *
   * @param number from 0, less than {@link #read} said
   */
  public void turnTo(int number) {
    current = number;
  }

  @Override
  public @Nullable FieldValue get(String field) {
    if (field.equals(NAME)) {
      return FieldValue.of(names.get(current));
    } else if (field.equals(VALUE)) {
      return values.get(current);
    } else if (!field.startsWith(PREFIX)) {
      return event.get(field);
    }
    String name = names.get(current);
    return field.length() == PREFIX.length() + name.length() && field.endsWith(name)
        ? values.get(current)
        : null;
  }

  @Override
  public Collection<String> names() {
    Set<String> listed = new LinkedHashSet<>();
    for (String field : event.names()) {
      if (!field.startsWith(PREFIX)) {
        listed.add(field);
      }
    }
    listed.addAll(List.of(NAME, VALUE, PREFIX + names.get(current)));
    return listed;
  }
}
