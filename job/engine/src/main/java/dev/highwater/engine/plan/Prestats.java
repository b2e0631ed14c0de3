package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Fields;
import dev.highwater.engine.event.Row;

/**
 * Rows that hold aggregates in part, for a {@code stats}, {@code chart} or {@code timechart} behind
 * them that names the same aggregates (S-262). The columns are internal to a search.
 */
final class Prestats {

  private static final String PREFIX = "psrsvd_";

  /** A field that such rows have and others have not. */
  private static final String MARK = PREFIX + "v";

  private Prestats() {}

  /** The column of an aggregate. */
  static String column(AggregateCall call) {
    return PREFIX + call.name();
  }

  static void mark(Row row) {
    row.set(MARK, FieldValue.of(1));
  }

  static boolean isMarked(Fields row) {
    return row.get(MARK) != null;
  }
}
