package dev.highwater.engine.verify;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.IndexedRecord;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.SearchSchedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The logs of a test of a schedule in memory.
 *
 * @param byInput the records of each log
 * @param firstMillis the least time of an event
 * @param lastMillis the greatest time of an event
 * @param endMillis the first whole second behind all arrivals
 * @param fault why they cannot be used; empty when they can
 */
record ArrivedLogs(
    Map<String, List<IndexedRecord>> byInput,
    long firstMillis,
    long lastMillis,
    long endMillis,
    String fault) {

  static ArrivedLogs read(List<TestLog> logs, AddOnLibrary addOns) throws IOException {
    Map<String, List<IndexedRecord>> byInput = new LinkedHashMap<>();
    RecordTimes times = new RecordTimes(addOns);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long end = Long.MIN_VALUE;
    for (TestLog log : logs) {
      List<IndexedRecord> records = new ArrayList<>();
      byInput.put(log.input(), records);
      try (TestLog.Records all = log.open()) {
        while (all.hasNext()) {
          RawEvent raw = all.next().detached();
          if (raw.indexTimeMillis() == RawEvent.NO_TIME) {
            return faulty(raw + ": nobody says when it came");
          }
          records.add(new IndexedRecord(raw, raw.indexTimeMillis()));
          end = Math.max(end, raw.indexTimeMillis());
          long time = times.timeOf(raw);
          if (RecordTimes.fault(raw, time) == null) {
            first = Math.min(first, time);
            last = Math.max(last, time);
          }
        }
      }
    }
    return last == Long.MIN_VALUE
        ? faulty("no event of its logs has a time")
        : new ArrivedLogs(byInput, first, last, EventTime.nextSecond(end), "");
  }

  private static ArrivedLogs faulty(String fault) {
    return new ArrivedLogs(Map.of(), 0, 0, 0, fault);
  }

  long records() {
    return byInput.values().stream().mapToLong(List::size).sum();
  }

  /** The runs of a schedule that search any of the time of the events. */
  ScheduleItem bounded(ScheduleItem item) {
    SearchSchedule schedule = item.schedule();
    if (schedule.isEndless()) {
      return item;
    }
    List<Long> runs = schedule.runsOver(firstMillis, lastMillis);
    return runs.isEmpty() ? item : item.between(runs.get(0), runs.get(runs.size() - 1));
  }
}
