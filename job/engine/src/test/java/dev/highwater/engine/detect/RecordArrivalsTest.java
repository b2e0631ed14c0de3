package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.EventClock;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule S-1965. */
class RecordArrivalsTest {

  private static final EventOrigin ORIGIN = new EventOrigin("a.log", "h", "s", "any", "main");
  private static final long T = 1_772_359_200_000L;
  private static final long HOUR = 3_600_000;

  @Test
  void aRecordCameWhenItsFileHadComeSoFar() {
    assertThat(arrivals(EventClock.NO_BOUND, at(T), at(T - HOUR), event("no time"), at(T + 1)))
        .containsExactly(T, T, T, T + 1);
  }

  @Test
  void anEventThatIsTooFarAheadMovesNothing() {
    assertThat(arrivals(HOUR, at(T), at(T + 2 * HOUR), at(T + 1))).containsExactly(T, T, T + 1);
  }

  @Test
  void whatARecordSaysCounts() {
    assertThat(arrivals(EventClock.NO_BOUND, at(T).withIndexTime(T + 5), at(T + 1)))
        .containsExactly(T + 5, T + 5);
  }

  private static LongStream arrivals(long futureMillis, RawEvent... records) {
    RecordArrivals arrivals =
        new RecordArrivals(
            new RecordTimes(new AddOnLibrary(AddOnReader.builtIn(), ZoneOffset.UTC)), futureMillis);
    return Stream.of(records).mapToLong(arrivals::arrivalMillis);
  }

  private static RawEvent at(long millis) {
    return event(Long.toString(millis));
  }

  private static RawEvent event(String text) {
    return RawEvent.of(ORIGIN, 0, text);
  }
}
