package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions on text that work on each value of a multivalue (S-144, S-948). */
final class EachValue {

  private EachValue() {}

  static @Nullable FieldValue map(FieldValue value, UnaryOperator<String> change) {
    return value instanceof MultiValue
        ? MultiValue.of(
            value.members().stream()
                .map(member -> FieldValue.of(change.apply(member.text())))
                .toList())
        : FieldValue.of(change.apply(value.text()));
  }
}
