package dev.highwater.engine.verify;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The greatest time of the events of each log, each log read once. */
final class LogTimes {

  private static final long NONE = Long.MIN_VALUE;

  private final AddOnLibrary addOns;
  private final Map<String, Long> greatest = new HashMap<>();
  private final Map<String, Long> records = new HashMap<>();
  private final Map<String, String> faults = new HashMap<>();

  LogTimes(AddOnLibrary addOns) {
    this.addOns = addOns;
  }

  void read(TestLog log) {
    if (greatest.containsKey(log.input())) {
      return;
    }
    long last = NONE;
    long count = 0;
    RecordTimes times = new RecordTimes(addOns);
    try (TestLog.Records all = log.open()) {
      while (all.hasNext()) {
        RawEvent raw = all.next();
        count++;
        long time = times.timeOf(raw);
        if (RecordTimes.fault(raw, time) == null) {
          last = Math.max(last, time);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      faults.put(log.input(), String.valueOf(e.getMessage()));
    }
    greatest.put(log.input(), last);
    records.put(log.input(), count);
  }

  /** How many records the logs hold, those that cannot be searched included. */
  long records(List<TestLog> logs) {
    return logs.stream().mapToLong(log -> records.getOrDefault(log.input(), 0L)).sum();
  }

  /** Why one of the logs cannot be read, {@code null} when all can. */
  @Nullable String faultOf(List<TestLog> logs) {
    for (TestLog log : logs) {
      String fault = faults.get(log.input());
      if (fault != null) {
        return log.input() + " cannot be read: " + fault;
      }
    }
    return null;
  }

  /**
   * The first whole second behind all events of the logs, epoch milliseconds; empty without events.
   */
  OptionalLong nextSecond(List<TestLog> logs) {
    long last = NONE;
    for (TestLog log : logs) {
      last = Math.max(last, greatest.getOrDefault(log.input(), NONE));
    }
    return last == NONE ? OptionalLong.empty() : OptionalLong.of(EventTime.nextSecond(last));
  }
}
