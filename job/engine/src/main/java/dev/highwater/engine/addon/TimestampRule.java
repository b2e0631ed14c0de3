package dev.highwater.engine.addon;

import static dev.highwater.engine.event.RawEvent.NO_TIME;

import dev.highwater.engine.event.RawEvent;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How the events of a sourcetype get their time: {@code TIME_PREFIX}, {@code TIME_FORMAT}, {@code
 * MAX_TIMESTAMP_LOOKAHEAD}, {@code TZ} (S-657, S-405), then any time that can be recognised
 * (S-901). Not safe for use by several threads.
 */
final class TimestampRule {

  private final @Nullable TimePrefix prefix;
  private final TimestampFormat.@Nullable Reader format;
  private final int lookahead;
  private final GeneralTimestamp general;

  /**
   * @param prefix what stands before the time; {@code null} for the start of the event
   * @param format {@code null} where the sourcetype says none
   * @param lookahead bytes behind the prefix within which the time ends
   */
  TimestampRule(
      @Nullable TimePrefix prefix, @Nullable TimestampFormat format, int lookahead, ZoneId zone) {
    this.prefix = prefix;
    this.format = format == null ? null : format.reader();
    this.lookahead = lookahead;
    this.general = new GeneralTimestamp(zone);
  }

  /** The event's time in epoch milliseconds, {@code NO_TIME} when it has none. */
  long timeOf(RawEvent event) {
    byte[] bytes = event.bytes();
    int start = start(bytes, event.start(), event.end());
    long time = start < 0 ? NO_TIME : at(bytes, start, event.end());
    return time != NO_TIME ? time : general.find(bytes, event.start(), event.end());
  }

  /**
   * Whether a line has a time where the sourcetype has its times; a time elsewhere in it counts
   * only where the sourcetype does not say how they look (S-1312).
   */
  boolean isIn(byte[] bytes, int from, int to) {
    int start = start(bytes, from, to);
    if (start < 0) {
      return false;
    }
    return (format == null ? general.find(bytes, start, limit(start, to)) : at(bytes, start, to))
        != NO_TIME;
  }

  private int start(byte[] bytes, int from, int to) {
    return prefix == null ? from : prefix.endIn(bytes, from, to);
  }

  private int limit(int start, int to) {
    return (int) Math.min(to, (long) start + lookahead);
  }

  /** The time that begins at {@code start}; behind a prefix alone any that can be recognised. */
  private long at(byte[] bytes, int start, int to) {
    if (format == null) {
      return prefix == null ? NO_TIME : general.find(bytes, start, limit(start, to));
    }
    return format.read(bytes, start, limit(start, to));
  }
}
