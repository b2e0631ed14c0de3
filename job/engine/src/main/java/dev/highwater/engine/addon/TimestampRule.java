package dev.highwater.engine.addon;

import static dev.highwater.engine.event.RawEvent.NO_TIME;

import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.match.BytePattern;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How the events of a sourcetype get their time: {@code TIME_PREFIX}, {@code TIME_FORMAT}, {@code
 * MAX_TIMESTAMP_LOOKAHEAD}, {@code TZ} (S-657, S-405), then any time that can be recognised
 * (S-901). Not safe for use by several threads.
 */
final class TimestampRule {

  private final @Nullable BytePattern prefix;
  private final TimestampFormat.@Nullable Reader format;
  private final int lookahead;
  private final GeneralTimestamp general;
  private final int[] match;

  /**
   * @param prefix what stands before the time; {@code null} for the start of the event
   * @param format {@code null} where the sourcetype says none
   * @param lookahead bytes behind the prefix within which the time ends
   */
  TimestampRule(
      @Nullable BytePattern prefix, @Nullable TimestampFormat format, int lookahead, ZoneId zone) {
    this.prefix = prefix;
    this.format = format == null ? null : format.reader();
    this.lookahead = lookahead;
    this.general = new GeneralTimestamp(zone);
    this.match = prefix == null ? new int[2] : prefix.newMatch();
  }

  /** The event's time in epoch milliseconds, {@code NO_TIME} when it has none. */
  long timeOf(RawEvent event) {
    byte[] bytes = event.bytes();
    int from = event.start();
    boolean hasStart = prefix == null || prefix.find(bytes, from, event.end(), match);
    long time = NO_TIME;
    if (hasStart && format != null) {
      int start = prefix == null ? from : match[1];
      time = format.read(bytes, start, Math.min(event.end(), start + lookahead));
    }
    return time != NO_TIME ? time : general.find(bytes, event.start(), event.end());
  }
}
