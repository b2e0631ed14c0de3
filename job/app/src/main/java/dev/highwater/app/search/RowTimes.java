package dev.highwater.app.search;

import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.List;
import java.util.OptionalLong;

/** The times of rows. */
final class RowTimes {

  private RowTimes() {}

  /**
   * The greatest {@code _time} rounded up to the next second, epoch milliseconds; empty where no
   * row has one.
   */
  static OptionalLong nextSecond(List<Row> rows) {
    double greatest = Double.NaN;
    for (Row row : rows) {
      FieldValue time = row.get("_time");
      if (time != null && time.isNumeric()) {
        greatest = Double.isNaN(greatest) ? time.number() : Math.max(greatest, time.number());
      }
    }
    return Double.isNaN(greatest)
        ? OptionalLong.empty()
        : OptionalLong.of(EventTime.nextSecond((long) Math.floor(greatest * 1000)));
  }
}
