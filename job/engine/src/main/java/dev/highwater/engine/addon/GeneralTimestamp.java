package dev.highwater.engine.addon;

import static dev.highwater.engine.event.RawEvent.NO_TIME;

import java.time.ZoneId;

/**
 * Where a sourcetype's own rules find no time: the first date and time of ISO 8601 anywhere in the
 * event (S-901). Not safe for use by several threads.
 */
final class GeneralTimestamp {

  /** Length of {@code 2026-03-01T00:00:00}. */
  private static final int LENGTH = 19;

  private static final String[] ENDINGS = {".%N%z", "%z", ".%N", ""};

  private final TimestampFormat.Reader[] withT = new TimestampFormat.Reader[ENDINGS.length];
  private final TimestampFormat.Reader[] withSpace = new TimestampFormat.Reader[ENDINGS.length];

  GeneralTimestamp(ZoneId zone) {
    for (int i = 0; i < ENDINGS.length; i++) {
      withT[i] = new TimestampFormat("%Y-%m-%dT%H:%M:%S" + ENDINGS[i], zone).reader();
      withSpace[i] = new TimestampFormat("%Y-%m-%d %H:%M:%S" + ENDINGS[i], zone).reader();
    }
  }

  /** The time in epoch milliseconds, {@code NO_TIME} when there is none. */
  long find(byte[] bytes, int from, int to) {
    for (int at = from; at + LENGTH <= to; at++) {
      if (bytes[at + 4] == '-' && bytes[at + 7] == '-' && bytes[at + 13] == ':') {
        long time = read(bytes[at + 10] == 'T' ? withT : withSpace, bytes, at, to);
        if (time != NO_TIME) {
          return time;
        }
      }
    }
    return NO_TIME;
  }

  private static long read(TimestampFormat.Reader[] readers, byte[] bytes, int at, int to) {
    for (TimestampFormat.Reader reader : readers) {
      long time = reader.read(bytes, at, to);
      if (time != NO_TIME) {
        return time;
      }
    }
    return NO_TIME;
  }
}
