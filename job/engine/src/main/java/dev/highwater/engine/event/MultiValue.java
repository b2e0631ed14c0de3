package dev.highwater.engine.event;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two or more values of one field, in order. */
public record MultiValue(List<FieldValue> members) implements FieldValue {

  public MultiValue {
    if (members.size() < 2) {
      throw new IllegalArgumentException(
          "Invalid multivalue: " + members.size() + " values (must be 2 or more)");
    }
    members = List.copyOf(members);
  }

  /** The values as one field's value: none is NULL, one is itself. */
  public static @Nullable FieldValue of(List<FieldValue> values) {
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.get(0);
      default -> new MultiValue(values);
    };
  }

  @Override
  public String text() {
    return members.stream().map(FieldValue::text).collect(Collectors.joining("\n"));
  }

  @Override
  public long estimatedBytes() {
    long bytes = 64;
    for (FieldValue member : members) {
      bytes += 8 + member.estimatedBytes();
    }
    return bytes;
  }

  @Override
  public double number() {
    return Double.NaN;
  }
}
