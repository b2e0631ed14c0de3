package dev.highwater.engine.detect;

import java.util.Map;
import java.util.TreeMap;

/**
 * When a stream passed which event time, to the minute and never too early.
 *
 * @param passed index times by event time, both epoch milliseconds and growing
 * @param endMillis when its last record came
 */
record StreamProgress(TreeMap<Long, Long> passed, long endMillis) {

  /** When the stream passed an event time; its end where it never did. */
  long passed(long eventMillis) {
    Map.Entry<Long, Long> first = passed.ceilingEntry(eventMillis);
    return first == null ? endMillis : first.getValue();
  }
}
