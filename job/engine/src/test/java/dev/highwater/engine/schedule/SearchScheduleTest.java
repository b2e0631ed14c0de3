package dev.highwater.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.time.RelativeTime;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Rules S-044, S-411, S-909, S-910. */
class SearchScheduleTest {

  private static final long T = millis("2026-03-01T01:00:00Z");

  @Test
  void anEventIsInTheWindowThatStartsWithIt() {
    SearchSchedule schedule = schedule("0 * * * *", "-70m@m", "-10m@m");

    assertThat(schedule.windowAt(T))
        .isEqualTo(
            new SearchWindow(T, millis("2026-02-28T23:50:00Z"), millis("2026-03-01T00:50:00Z")));
    assertThat(schedule.windowsContaining(millis("2026-03-01T00:49:59.999Z")))
        .containsExactly(schedule.windowAt(T));
    assertThat(schedule.windowsContaining(millis("2026-03-01T00:50:00Z")))
        .containsExactly(schedule.windowAt(T + 3_600_000));
    assertThat(schedule.sliceOf(T))
        .isEqualTo(new Slice(millis("2026-03-01T00:50:00Z"), millis("2026-03-01T01:50:00Z")));
  }

  @Test
  void overlappingWindowsComeInDispatchOrder() {
    SearchSchedule schedule = schedule("*/20 * * * *", "-1h", "now");

    assertThat(schedule.windowsContaining(T + 1))
        .containsExactly(
            schedule.windowAt(T + 1_200_000),
            schedule.windowAt(T + 2_400_000),
            schedule.windowAt(T + 3_600_000));
    assertThat(schedule.sliceOf(T + 1)).isEqualTo(new Slice(T, T + 1_200_000));
  }

  @Test
  void aGapHasNoWindowButASlice() {
    SearchSchedule schedule = schedule("0 * * * *", "-10m", "now");

    assertThat(schedule.windowsContaining(T + 60_000)).isEmpty();
    assertThat(schedule.sliceOf(T + 60_000)).isEqualTo(new Slice(T, T + 3_000_000));
  }

  @Test
  void earliestZeroHasNoEndOfWindowsUnlessItsRunsAreBounded() {
    SearchSchedule endless = schedule("0 * * * *", "0", "now");

    assertThat(endless.sliceOf(T + 1)).isEqualTo(new Slice(T, T + 3_600_000));
    assertThatThrownBy(() -> endless.windowsContaining(T))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("0 * * * * 0..now Z");
    assertThat(endless.between(T, T + 3_600_000).windowsContaining(T - 1))
        .containsExactly(
            new SearchWindow(T, 0, T), new SearchWindow(T + 3_600_000, 0, T + 3_600_000));
  }

  @Test
  void boundedRunsStopAtTheirEnd() {
    SearchSchedule schedule = schedule("0 * * * *", "-70m@m", "-10m@m").between(T, T);

    assertThat(schedule.nextScheduledAfter(Long.MIN_VALUE)).isEqualTo(T);
    assertThat(schedule.nextScheduledAfter(T)).isEqualTo(SearchSchedule.NEVER);
    assertThat(schedule.windowsContaining(T)).isEmpty();
    assertThat(schedule.sliceOf(T))
        .isEqualTo(new Slice(millis("2026-03-01T00:50:00Z"), Long.MAX_VALUE));
  }

  @Test
  void allTimeIsOneRunOverEverything() {
    SearchSchedule schedule = SearchSchedule.once(T, RelativeTime.parse("0"), null, ZoneOffset.UTC);

    assertThat(schedule.windowsContaining(T * 2))
        .containsExactly(new SearchWindow(T, 0, SearchWindow.UNBOUNDED));
    assertThat(schedule.sliceOf(T)).isEqualTo(new Slice(0, Long.MAX_VALUE));
    assertThat(schedule.nextScheduledAfter(0)).isEqualTo(T);
    assertThat(schedule.nextScheduledAfter(T)).isEqualTo(SearchSchedule.NEVER);
  }

  @Test
  void aWindowWhoseLatestComesBeforeItsEarliestIsEmpty() {
    assertThat(schedule("0 * * * *", "-1h", "1000").windowAt(T))
        .isEqualTo(new SearchWindow(T, T - 3_600_000, T - 3_600_000));
  }

  private static SearchSchedule schedule(String cron, String earliest, String latest) {
    return new SearchSchedule(
        CronSchedule.parse(cron),
        RelativeTime.parse(earliest),
        RelativeTime.parse(latest),
        ZoneOffset.UTC);
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
