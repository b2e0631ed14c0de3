package dev.highwater.engine.cim;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.RunContext;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One calculated field of a dataset; it may read the field that it writes (S-500). Immutable. */
interface Calculation {

  /** The field that it writes. */
  String field();

  /** The fields that it looks at, as the calculations before this one leave them. */
  Set<String> reads();

  /**
   * The field's value.
   *
   * @param earlier the fields as the calculations before this one leave them
   */
  @Nullable FieldValue value(Fields earlier, RunContext context);

  /**
   * As {@link LiteralTracing#trace} for the field's value.
   *
   * @param earlier where fields come from before this calculation
   */
  Optional<Set<String>> literalsInRaw(String literal, LiteralTracing.Origins earlier);
}
