package dev.highwater.engine.addon;

import static dev.highwater.engine.event.RawEvent.NO_TIME;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a sourcetype's own rules find no time: in JSON that of a member whose name says so, else
 * the first date and time of a form that logs use, anywhere in the event (S-901). Not safe for use
 * by several threads.
 */
final class GeneralTimestamp {

  /** Names of members of JSON that hold the time of an event, whatever their case. */
  private static final JsonKeys TIME_KEYS =
      new JsonKeys(
          "time", "_time", "timestamp", "@timestamp", "eventtime", "event_time", "datetime", "ts");

  private static final String[] ENDINGS = {".%N%z", ",%N%z", ".%N %z", ",%N %z", ".%N", ",%N"};

  /** The year 2100 in epoch milliseconds: a number that looks like a later time is none. */
  private static final long TOO_LATE = 4_102_444_800_000L;

  /** Shortest text that holds a date and a time, or seconds of the epoch. */
  private static final int SHORTEST = 10;

  private final List<TimestampFormat.Reader> yearFirst = new ArrayList<>();
  private final List<TimestampFormat.Reader> yearBehind = new ArrayList<>();
  private final List<TimestampFormat.Reader> named = new ArrayList<>();

  GeneralTimestamp(ZoneId zone) {
    for (String date : List.of("%Y-%m-%dT", "%Y-%m-%d ", "%Y/%m/%d ")) {
      for (String ending : ENDINGS) {
        yearFirst.add(new TimestampFormat(date + "%H:%M:%S" + ending, zone).reader());
      }
    }
    for (String format :
        List.of(
            "%d/%b/%Y:%H:%M:%S %z",
            "%m/%d/%Y %I:%M:%S %p",
            "%m/%d/%Y %I:%M:%S.%N %p",
            "%m/%d/%Y %H:%M:%S.%N",
            "%d %b %Y %H:%M:%S %z",
            "%d %b %Y %H:%M:%S")) {
      yearBehind.add(new TimestampFormat(format, zone).reader());
    }
    for (String format :
        List.of(
            "%b %d %H:%M:%S.%N %Y",
            "%b %d %H:%M:%S %Z %Y", "%b %d %Y %H:%M:%S.%N", "%b %d, %Y %H:%M:%S")) {
      named.add(new TimestampFormat(format, zone).reader());
    }
  }

  /** The time in epoch milliseconds, {@code NO_TIME} when there is none. */
  long find(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to && bytes[start] <= ' ' && bytes[start] >= 0) {
      start++;
    }
    if (start < to && bytes[start] == '{') {
      long time = inMember(bytes, start, to);
      if (time != NO_TIME) {
        return time;
      }
    }
    long time = EpochDigits.at(bytes, start, to);
    for (int at = start; time == NO_TIME && at + SHORTEST <= to; at++) {
      time = at(bytes, at, to);
    }
    return time;
  }

  private long inMember(byte[] bytes, int from, int to) {
    for (int at = TIME_KEYS.find(bytes, from, to); at >= 0; at = TIME_KEYS.find(bytes, at, to)) {
      long time = at < to ? at(bytes, at, to) : NO_TIME;
      time = time == NO_TIME ? EpochDigits.at(bytes, at, to) : time;
      if (time != NO_TIME) {
        return time;
      }
    }
    return NO_TIME;
  }

  /** The time that begins at an index; cheap where none can. */
  private long at(byte[] bytes, int at, int to) {
    byte first = bytes[at];
    if (first >= '0' && first <= '9' && at + SHORTEST <= to) {
      byte fifth = bytes[at + 4];
      if (fifth == '-' || fifth == '/') {
        return bytes[at + 7] == fifth ? read(yearFirst, bytes, at, to) : NO_TIME;
      }
      return isDayEnd(bytes[at + 1]) || isDayEnd(bytes[at + 2])
          ? read(yearBehind, bytes, at, to)
          : NO_TIME;
    }
    return first >= 'A' && first <= 'S' && at + SHORTEST <= to && bytes[at + 3] == ' '
        ? read(named, bytes, at, to)
        : NO_TIME;
  }

  private static boolean isDayEnd(byte c) {
    return c == '/' || c == ' ';
  }

  private static long read(List<TimestampFormat.Reader> readers, byte[] bytes, int at, int to) {
    for (int i = 0; i < readers.size(); i++) {
      long time = readers.get(i).read(bytes, at, to);
      if (time >= 0 && time < TOO_LATE) {
        return time;
      }
    }
    return NO_TIME;
  }
}
