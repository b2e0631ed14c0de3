package dev.highwater.engine.detect;

import dev.highwater.engine.detect.IndexedEvents.Arrived;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.List;

/** Measures what schedules did to events that came at known times (S-1405). */
public final class ScheduleTimings {

  private static final long MINUTE_MILLIS = 60_000;

  /** Splunk Cloud's own, and what {@code allow_skew=100%} comes to at most (S-414). */
  private static final long USUAL_SKEW_MILLIS = 5 * MINUTE_MILLIS;

  private final IndexedEvents events;
  private final StreamProgress progress;

  public ScheduleTimings(IndexedEvents events) {
    this.events = events;
    this.progress = events.progress();
  }

  /** One for each detection, in their order; searches without an end to their runs left out. */
  public List<ScheduleTiming> all() {
    List<ScheduleTiming> timings = new ArrayList<>();
    for (RunningDetection detection : events.detections().detections()) {
      if (!detection.isEndless()) {
        timings.add(of(detection));
      }
    }
    return timings;
  }

  private ScheduleTiming of(RunningDetection detection) {
    List<Arrived> all = events.eventsOf(detection.id());
    Visibility splunk = Visibility.atStart(0);
    List<ScheduleTiming.Unseen> unseen = new ArrayList<>();
    List<Long> atRun = new ArrayList<>();
    List<Long> atWatermark = new ArrayList<>();
    List<Long> atArrival = new ArrayList<>();
    long missed = 0;
    long needed = 0;
    for (Arrived each : all) {
      long time = each.group().timeMillis();
      List<SearchWindow> windows = windowsOf(detection, each);
      long first = firstSeen(each, windows, splunk);
      missed += windows.stream().filter(window -> !isSeen(each, window, splunk)).count();
      if (first == SearchSchedule.NEVER) {
        unseen.add(new ScheduleTiming.Unseen(each.position(), time, each.indexMillis()));
      } else {
        atRun.add(first - time);
      }
      atWatermark.add(
          Math.max(each.indexMillis(), progress.passed(windows.get(0).scheduledMillis())) - time);
      atArrival.add(Math.max(0, each.indexMillis() - time));
      needed = Math.max(needed, neededLag(detection.schedule(), each));
    }
    return new ScheduleTiming(
        detection.id(),
        all.size(),
        missed,
        unseen,
        Delays.of(atRun),
        Delays.of(atWatermark),
        Delays.of(atArrival),
        lagOf(detection, all),
        needed,
        skews(detection, all));
  }

  private static List<SearchWindow> windowsOf(RunningDetection detection, Arrived each) {
    RoutedGroup group = each.group();
    return detection.scanSchedules().get(group.scan()).windowsContaining(group.timeMillis());
  }

  private static boolean isSeen(Arrived each, SearchWindow window, Visibility visibility) {
    return visibility.isSeen(each.indexMillis(), window.scheduledMillis());
  }

  private static long firstSeen(Arrived each, List<SearchWindow> windows, Visibility visibility) {
    for (SearchWindow window : windows) {
      if (isSeen(each, window, visibility)) {
        return window.scheduledMillis();
      }
    }
    return SearchSchedule.NEVER;
  }

  /** By how much ranges must end before their run, so that the run after the arrival has it. */
  private static long neededLag(SearchSchedule schedule, Arrived each) {
    long before = schedule.lastScheduledAtOrBefore(each.indexMillis());
    long lag = before - each.group().timeMillis();
    return lag <= 0 ? 0 : -Math.floorDiv(-lag, MINUTE_MILLIS) * MINUTE_MILLIS;
  }

  private static long lagOf(RunningDetection detection, List<Arrived> all) {
    if (all.isEmpty()) {
      return 0;
    }
    SearchSchedule schedule = detection.schedule();
    long run = schedule.nextScheduledAfter(all.get(0).group().timeMillis());
    return run == SearchSchedule.NEVER
        ? 0
        : Math.max(0, run - schedule.windowAt(run).latestMillis());
  }

  private static List<ScheduleTiming.Skew> skews(RunningDetection detection, List<Arrived> all) {
    List<ScheduleTiming.Skew> skews = new ArrayList<>();
    for (long skew : new long[] {USUAL_SKEW_MILLIS, periodOf(detection, all)}) {
      skews.add(skew(detection, all, skew));
    }
    return skews;
  }

  private static ScheduleTiming.Skew skew(
      RunningDetection detection, List<Arrived> all, long millis) {
    Visibility late = Visibility.atStart(millis);
    long unseen = 0;
    long missed = 0;
    for (Arrived each : all) {
      List<SearchWindow> windows = windowsOf(detection, each);
      unseen += firstSeen(each, windows, late) == SearchSchedule.NEVER ? 1 : 0;
      missed += windows.stream().filter(window -> !isSeen(each, window, late)).count();
    }
    return new ScheduleTiming.Skew(millis, unseen, missed);
  }

  /** From the first run to the next one; 0 when there is only one. */
  private static long periodOf(RunningDetection detection, List<Arrived> all) {
    if (all.isEmpty()) {
      return 0;
    }
    long run = detection.schedule().nextScheduledAfter(all.get(0).group().timeMillis());
    long next = run == SearchSchedule.NEVER ? run : detection.schedule().nextScheduledAfter(run);
    return next == SearchSchedule.NEVER ? 0 : next - run;
  }
}
