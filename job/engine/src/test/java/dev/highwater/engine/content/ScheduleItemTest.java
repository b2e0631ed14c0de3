package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.schedule.SearchWindow;
import dev.highwater.engine.time.RelativeTime;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Rules S-043, S-403, S-404, S-411. */
class ScheduleItemTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long T = millis("2026-03-01T10:30:00Z");

  @Test
  void oneRunSearchesFromItsOwnTimeInItsOwnZone() {
    assertThat(ScheduleItem.once(T, "@d", "-1h@h", BERLIN).schedule().windowAt(T))
        .isEqualTo(
            new SearchWindow(T, millis("2026-02-28T23:00:00Z"), millis("2026-03-01T09:00:00Z")));
  }

  @Test
  void aSearchOverAllTimeBoundsItselfInItsOwnZone() {
    var allTime = ScheduleItem.allTime(T, BERLIN).schedule();

    assertThat(allTime.windowAt(T)).isEqualTo(new SearchWindow(T, 0, SearchWindow.UNBOUNDED));
    assertThat(allTime.over(RelativeTime.parse("@d"), null).windowAt(T).earliestMillis())
        .isEqualTo(millis("2026-02-28T23:00:00Z"));
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
