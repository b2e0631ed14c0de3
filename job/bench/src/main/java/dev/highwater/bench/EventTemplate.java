package dev.highwater.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A Sysmon for Linux event that can be told again at other times: its times, and the number of its
 * process where that is {@link #FIRST_NUMBER}, are written anew.
 */
public final class EventTemplate {

  /** Stands for the number that {@link #at} writes; all numbers have as many digits. */
  static final int FIRST_NUMBER = 100_000_000;

  private static final List<String> BEFORE_TIMES = List.of("SystemTime=\"", "UtcTime\">");
  private static final int TIME_LENGTH = "2026-03-01T00:00:00.000".length();

  private final byte[] text;
  private final List<Integer> times = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  EventTemplate(String line) {
    text = line.getBytes(StandardCharsets.UTF_8);
    for (String before : BEFORE_TIMES) {
      for (int at = line.indexOf(before); at >= 0; at = line.indexOf(before, at + 1)) {
        times.add(at + before.length());
      }
    }
    String number = Integer.toString(FIRST_NUMBER);
    for (int at = line.indexOf(number); at >= 0; at = line.indexOf(number, at + 1)) {
      numbers.add(at);
    }
  }

  /** The event at a time; in lines of ASCII only. */
  public byte[] at(long millis, long number) {
    byte[] event = text.clone();
    byte[] time = Instant.ofEpochMilli(millis).toString().getBytes(StandardCharsets.US_ASCII);
    for (int place : times) {
      for (int i = 0; i < TIME_LENGTH; i++) {
        boolean isSeparator = i == "2026-03-01".length();
        if (!isSeparator) {
          event[place + i] = digit(time, i);
        }
      }
    }
    byte[] digits = Long.toString(FIRST_NUMBER + number).getBytes(StandardCharsets.US_ASCII);
    for (int place : numbers) {
      System.arraycopy(digits, 0, event, place, digits.length);
    }
    return event;
  }

  /** A time of a whole second is written without its parts. */
  private static byte digit(byte[] time, int at) {
    if (at < time.length - 1) {
      return time[at];
    }
    return (byte) (at == "2026-03-01T00:00:00".length() ? '.' : '0');
  }
}
