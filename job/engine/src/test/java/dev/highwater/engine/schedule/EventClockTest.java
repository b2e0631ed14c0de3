package dev.highwater.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Rules S-1400, S-1402. */
class EventClockTest {

  private static final long T = 1_772_359_200_000L;
  private static final long HOUR = 3_600_000;

  private static EventClock clock(long futureMillis) {
    return new EventClock(5000, futureMillis, EventClock.NOT_STARTED);
  }

  @Test
  void startsWithItsFirstEvent() {
    EventClock clock = clock(EventClock.NO_BOUND);

    assertThat(clock.watermarkMillis()).isEqualTo(EventClock.NOT_STARTED);
    assertThat(clock.follow(T)).isZero();
    assertThat(clock.watermarkMillis()).isEqualTo(T - 5000);
  }

  @Test
  void ticksInWholeSecondsAndNeverGoesBack() {
    EventClock clock = clock(EventClock.NO_BOUND);
    clock.follow(T + 1999);

    assertThat(clock.watermarkMillis()).isEqualTo(T - 4000);

    clock.follow(T - HOUR);

    assertThat(clock.watermarkMillis()).isEqualTo(T - 4000);
  }

  @Test
  void doesNotBelieveWhatIsFurtherAheadThanItsBound() {
    EventClock clock = clock(HOUR);
    clock.follow(T);

    assertThat(clock.follow(T + HOUR + 1)).isEqualTo(HOUR + 1);
    assertThat(clock.greatestMillis()).isEqualTo(T);
    assertThat(clock.follow(T + HOUR)).isZero();
    assertThat(clock.greatestMillis()).isEqualTo(T + HOUR);
  }

  @Test
  void followsAHundredEventsInARowThatAreAllFarAhead() {
    EventClock clock = clock(HOUR);
    clock.follow(T);
    for (int i = 1; i < 100; i++) {
      assertThat(clock.follow(T + 9 * HOUR + i)).isPositive();
    }

    assertThat(clock.follow(T + 9 * HOUR + 100)).isZero();
    assertThat(clock.follow(T + 9 * HOUR)).isZero();
  }

  @Test
  void countsAnewAfterAnEventThatItBelieves() {
    EventClock clock = clock(HOUR);
    clock.follow(T);
    for (int i = 1; i < 100; i++) {
      clock.follow(T + 9 * HOUR);
    }
    clock.follow(T);

    assertThat(clock.follow(T + 9 * HOUR)).isEqualTo(9 * HOUR);
  }

  @Test
  void goesOnWhereItWas() {
    assertThat(new EventClock(5000, HOUR, T).watermarkMillis()).isEqualTo(T - 5000);
  }

  @Test
  void refusesABoundBelowZero() {
    assertThatThrownBy(() -> new EventClock(-1, HOUR, T))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Invalid clock: disorder -1 ms");
  }
}
