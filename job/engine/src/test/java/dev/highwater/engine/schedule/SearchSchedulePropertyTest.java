package dev.highwater.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.time.RelativeTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules S-412, S-415. */
class SearchSchedulePropertyTest {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /**
   * From the earliest of a window to its scheduled time: {@code -1w@w1}, run at the end of a week.
   */
  private static final long LONGEST = 15 * DAY;

  @Property(tries = 500)
  void everyInstantIsInExactlyOneWindowOfTheUsualSchedule(@ForAll("times") long time) {
    SearchSchedule usual =
        new SearchSchedule(
            CronSchedule.parse("0 * * * *"),
            RelativeTime.parse("-70m@m"),
            RelativeTime.parse("-10m@m"),
            ZoneOffset.UTC);

    List<SearchWindow> windows = usual.windowsContaining(time);

    assertThat(windows).hasSize(1);
    assertThat(usual.sliceOf(time))
        .isEqualTo(new Slice(windows.get(0).earliestMillis(), windows.get(0).latestMillis()));
  }

  @Property(tries = 300)
  void windowsAndSlicesAgreeWithTryingEveryRun(
      @ForAll("schedules") SearchSchedule schedule, @ForAll("times") long time) {
    List<SearchWindow> all = new ArrayList<>();
    for (long run = schedule.nextScheduledAfter(time - 2 * LONGEST); run < time + 2 * LONGEST; ) {
      all.add(schedule.windowAt(run));
      run = schedule.nextScheduledAfter(run);
    }

    assertThat(schedule.windowsContaining(time))
        .isEqualTo(all.stream().filter(window -> window.contains(time)).toList());
    assertThat(schedule.sliceOf(time)).isEqualTo(sliceByTrying(all, time));
  }

  @Property(tries = 200)
  void cronTimesAreFoundInBothDirections(
      @ForAll("crons") String text, @ForAll("zones") ZoneId zone, @ForAll("times") long time) {
    CronSchedule cron = CronSchedule.parse(text);

    long next = cron.nextAfter(time, zone);

    assertThat(next).isGreaterThan(time);
    assertThat(cron.lastAtOrBefore(next, zone)).isEqualTo(next);
    assertThat(cron.lastAtOrBefore(next - 1, zone)).isLessThanOrEqualTo(time);
    assertThat(cron.nextAfter(cron.lastAtOrBefore(time, zone), zone)).isEqualTo(next);
  }

  @Property(tries = 300)
  void aCursorAnswersAsItsSchedule(
      @ForAll("schedules") SearchSchedule schedule,
      @ForAll("times") long time,
      @ForAll("steps") List<Long> steps) {
    WindowCursor cursor = new WindowCursor(schedule);
    long at = time;
    for (long step : steps) {
      at += step;
      List<SearchWindow> windows = schedule.windowsContaining(at);
      boolean isSearched = !windows.isEmpty();
      assertThat(cursor.isSearched(at)).isEqualTo(isSearched);
      assertThat(cursor.firstRun(at))
          .isEqualTo(isSearched ? windows.get(0).scheduledMillis() : SearchSchedule.NEVER);
      assertThat(cursor.lastRun(at))
          .isEqualTo(
              isSearched ? windows.get(windows.size() - 1).scheduledMillis() : Long.MIN_VALUE);
      assertThat(runsOver(schedule, at))
          .isEqualTo(windows.stream().map(SearchWindow::scheduledMillis).toList());
      assertThat(cursor.sliceOf(at)).isEqualTo(schedule.sliceOf(at));
    }
  }

  private static List<Long> runsOver(SearchSchedule schedule, long time) {
    List<Long> runs = new ArrayList<>();
    for (long run = schedule.runOver(time, Long.MIN_VALUE);
        run != SearchSchedule.NEVER;
        run = schedule.runOver(time, run)) {
      runs.add(run);
    }
    return runs;
  }

  private static Slice sliceByTrying(List<SearchWindow> windows, long time) {
    long start = Long.MIN_VALUE;
    long end = Long.MAX_VALUE;
    for (SearchWindow window : windows) {
      for (long border : new long[] {window.earliestMillis(), window.latestMillis()}) {
        if (border <= time) {
          start = Math.max(start, border);
        } else {
          end = Math.min(end, border);
        }
      }
    }
    return new Slice(start, end);
  }

  /** Around clock changes of 2026 as often as elsewhere. */
  @Provide
  Arbitrary<Long> times() {
    long spring = Instant.parse("2026-03-29T01:00:00Z").toEpochMilli();
    long autumn = Instant.parse("2026-10-25T01:00:00Z").toEpochMilli();
    return Arbitraries.oneOf(
        Arbitraries.longs().between(spring - 3 * HOUR, spring + 3 * HOUR),
        Arbitraries.longs().between(autumn - 3 * HOUR, autumn + 3 * HOUR),
        Arbitraries.longs().between(0, 2_000_000_000_000L));
  }

  @Provide
  Arbitrary<List<Long>> steps() {
    return Arbitraries.longs().between(-HOUR, 2 * HOUR).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> crons() {
    return Arbitraries.of(
        "0 * * * *",
        "*/20 * * * *",
        "30 2 * * *",
        "7 0-6/2 * * *",
        "10 0 * * *",
        "5 */3 * * 1-5",
        "0 1,2,3 * * *");
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<SearchSchedule> schedules() {
    Arbitrary<String> dailyAtLeast = crons();
    Arbitrary<List<String>> ranges =
        Arbitraries.of(
            List.of("-70m@m", "-10m@m"),
            List.of("-1450m@m", "-10m@m"),
            List.of("-1d@d", "@d"),
            List.of("-1h@h", "@h"),
            List.of("-10m", "now"),
            List.of("-2d@d+2h", "-1h"),
            List.of("-1w@w1", "@w1"),
            List.of("-30m", "+5m"));
    return Combinators.combine(dailyAtLeast, ranges, zones())
        .as(
            (cron, range, zone) ->
                new SearchSchedule(
                    CronSchedule.parse(cron),
                    RelativeTime.parse(range.get(0)),
                    RelativeTime.parse(range.get(1)),
                    zone));
  }
}
