package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import org.jspecify.annotations.Nullable;

/** An eval expression ready to run. Immutable, pure. */
@FunctionalInterface
public interface Evaluator {

  /**
   * The value for these fields, {@code null} for NULL; a {@code BooleanValue} for a condition
   * (S-101).
   */
  @Nullable FieldValue evaluate(Fields fields, RunContext run);
}
