package dev.highwater.engine.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Event times: epoch milliseconds inside, seconds with a fraction in {@code _time}, RFC 3339 in
 * outputs.
 */
public final class EventTime {

  private static final DateTimeFormatter RFC3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private EventTime() {}

  /** {@code _time} as Splunk's searches see it: epoch seconds. */
  public static FieldValue field(long epochMillis) {
    return new NumberValue(epochMillis / 1000.0);
  }

  /** The first whole second behind a time; both in epoch milliseconds. */
  public static long nextSecond(long epochMillis) {
    return Math.floorDiv(epochMillis, 1000L) * 1000 + 1000;
  }

  /** RFC 3339 in UTC with milliseconds, as in {@code 2026-03-01T01:00:00.000Z}. */
  public static String format(long epochMillis) {
    return RFC3339.format(Instant.ofEpochMilli(epochMillis));
  }
}
