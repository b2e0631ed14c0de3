package dev.highwater.app.replay;

import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.flink.ReadingClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The times of the events in a set of files, read in a pass of their own. */
public final class InputTimes {

  private final long rangeBytes;
  private final List<FileTimes> files;

  /**
   * The times of one file.
   *
   * @param firstMillis time of the first event that has one
   * @param leastMillis the least time in each range
   */
  private record FileTimes(InputFile file, long firstMillis, List<Long> leastMillis) {}

  private InputTimes(long rangeBytes, List<FileTimes> files) {
    this.rangeBytes = rangeBytes;
    this.files = files;
  }

  /**
   * Reads the times.
   *
   * @param rangeBytes size of the ranges that a file that can be split is looked at in
   * @param addOns what they say of times
   */
  public static InputTimes read(List<InputFile> files, long rangeBytes, AddOnLibrary addOns)
      throws IOException {
    List<FileTimes> times = new ArrayList<>();
    for (InputFile file : files) {
      times.add(timesOf(file, rangeBytes, new RecordTimes(addOns)));
    }
    times.sort(Comparator.comparingLong(FileTimes::firstMillis));
    return new InputTimes(rangeBytes, times);
  }

  /**
   * The greatest time of any event rounded up to the next second, epoch milliseconds; empty without
   * events.
   *
   * @param addOns what they say of times
   */
  public static OptionalLong nextSecond(List<InputFile> files, AddOnLibrary addOns)
      throws IOException {
    long[] greatest = {Long.MIN_VALUE};
    for (InputFile file : files) {
      eachTime(
          file,
          new RecordTimes(addOns),
          (offset, time) -> greatest[0] = Math.max(greatest[0], time));
    }
    return greatest[0] == Long.MIN_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(EventTime.nextSecond(greatest[0]));
  }

  private interface TimeSink {
    void accept(long offset, long timeMillis);
  }

  private static void eachTime(InputFile file, RecordTimes recordTimes, TimeSink times)
      throws IOException {
    try (RawEventReader records = RawEventReader.open(file)) {
      while (records.hasNext()) {
        RawEvent raw = records.next();
        long time = recordTimes.timeOf(raw);
        if (RecordTimes.fault(raw, time) == null) {
          times.accept(raw.offset(), time);
        }
      }
    }
  }

  private static FileTimes timesOf(InputFile file, long rangeBytes, RecordTimes recordTimes)
      throws IOException {
    long[] first = {Long.MAX_VALUE};
    List<Long> least = new ArrayList<>();
    long step = file.isSplittable() ? rangeBytes : Long.MAX_VALUE;
    eachTime(
        file,
        recordTimes,
        (offset, time) -> {
          first[0] = first[0] == Long.MAX_VALUE ? time : first[0];
          int range = (int) (offset / step);
          while (least.size() <= range) {
            least.add(Long.MAX_VALUE);
          }
          least.set(range, Math.min(least.get(range), time));
        });
    return new FileTimes(file, first[0], least);
  }

  /** The files, the one that starts earliest first. */
  public List<InputFile> filesInOrder() {
    return files.stream().map(FileTimes::file).toList();
  }

  /**
   * How early an event can still be, at each range of each file, when they are read in this order.
   */
  public ReadingClock clock() {
    Map<String, long[]> clock = new HashMap<>();
    long least = Long.MAX_VALUE;
    for (int i = files.size() - 1; i >= 0; i--) {
      FileTimes file = files.get(i);
      long[] ranges = new long[Math.max(1, file.leastMillis().size())];
      Arrays.fill(ranges, Long.MAX_VALUE);
      for (int range = ranges.length - 1; range >= 0; range--) {
        boolean isKnown = range < file.leastMillis().size();
        least = isKnown ? Math.min(least, file.leastMillis().get(range)) : least;
        ranges[range] = least;
      }
      clock.put(file.file().origin().input(), ranges);
    }
    return new ReadingClock(rangeBytes, clock);
  }
}
