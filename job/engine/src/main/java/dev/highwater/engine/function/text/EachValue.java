package dev.highwater.engine.function.text;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions that work on each value of a multivalue. */
final class EachValue {

  private EachValue() {}

  static @Nullable FieldValue map(FieldValue value, UnaryOperator<String> change) {
    return MultiValue.of(
        value.members().stream()
            .map(member -> FieldValue.of(change.apply(member.text())))
            .toList());
  }
}
