package dev.highwater.engine.aggregation;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.plan.KeyOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts that values have, each once: {@code 1.0} and {@code 1} are two (S-208). */
final class DistinctTexts {

  private final Set<String> texts = new HashSet<>();

  void add(@Nullable FieldValue value) {
    if (value instanceof MultiValue many) {
      many.members().forEach(member -> texts.add(member.text()));
    } else if (value != null) {
      texts.add(value.text());
    }
  }

  int size() {
    return texts.size();
  }

  /** All of them, in no order. */
  @Nullable FieldValue partial() {
    return MultiValue.of(texts.stream().map(FieldValue::of).toList());
  }

  /** All of them, in the order of their bytes (S-209). */
  @Nullable FieldValue sorted() {
    List<FieldValue> values =
        texts.stream().sorted(KeyOrder::compareBytes).map(FieldValue::of).toList();
    return MultiValue.of(values);
  }
}
