package dev.highwater.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules S-1400, S-1402, S-1964. */
class PartitionClocksTest {

  private static final long T = 1_772_359_200_000L;
  private static final long NOW = 1_800_000_000_000L;
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long PATIENCE = MINUTE;

  private final PartitionClocks clocks =
      new PartitionClocks(5 * SECOND, EventClock.NO_BOUND, PATIENCE);

  private PartitionClocks twoPartitions() {
    clocks.follow("a", T);
    clocks.follow("b", T);
    return clocks;
  }

  @Test
  void onePartitionIsAStream() {
    clocks.follow("a", T + 1999);
    clocks.follow("a", T - HOUR);

    assertThat(clocks.watermarkMillis()).isEqualTo(T - 4 * SECOND);
  }

  @Test
  void waitsForThePartitionThatIsBehind() {
    twoPartitions().follow("a", T + HOUR);

    assertThat(clocks.watermarkMillis()).isEqualTo(T - 5 * SECOND);

    clocks.follow("b", T + MINUTE);

    assertThat(clocks.watermarkMillis()).isEqualTo(T + MINUTE - 5 * SECOND);
  }

  @Test
  void aHostWhoseClockIsAheadDoesNotCloseTheRunsOfTheOthers() {
    twoPartitions().follow("a", T + 1000 * HOUR);

    assertThat(clocks.watermarkMillis()).isEqualTo(T - 5 * SECOND);
  }

  @Test
  void waitsForAPartitionOfWhichNothingWasReadYet() {
    clocks.begin("b", PartitionClock.Reading.START);
    clocks.follow("a", T);

    assertThat(clocks.watermarkMillis()).isEqualTo(EventClock.NOT_STARTED);
  }

  @Test
  void doesNotWaitForAPartitionThatIsEmpty() {
    clocks.begin("b", PartitionClock.Reading.START);
    clocks.follow("a", T);
    clocks.standAtEnd("b", NOW);

    assertThat(clocks.watermarkMillis()).isEqualTo(T - 5 * SECOND);
  }

  @Test
  void aQuietPartitionGoesOnWithTheTimeOfDay() {
    twoPartitions().standAtEnd("b", NOW);
    clocks.follow("a", T + HOUR);
    clocks.standAtEnd("b", NOW + 30 * SECOND);

    assertThat(clocks.watermarkMillis()).isEqualTo(T + 25 * SECOND);
  }

  @Test
  void aPartitionThatIsQuietForLongHoldsNobodyBack() {
    twoPartitions().standAtEnd("b", NOW);
    clocks.follow("a", T + HOUR);
    clocks.standAtEnd("b", NOW + PATIENCE);

    assertThat(clocks.watermarkMillis()).isEqualTo(T + HOUR - 5 * SECOND);
  }

  @Test
  void aQuietNightHoldsNoRunBack() {
    clocks.follow("a", T);
    clocks.standAtEnd("a", NOW);
    clocks.standAtEnd("a", NOW + 8 * HOUR);

    assertThat(clocks.watermarkMillis()).isEqualTo(T + 8 * HOUR - 5 * SECOND);
  }

  @Test
  void aReaderThatIsAtWorkDoesNotGoOnWithTheTimeOfDay() {
    clocks.follow("a", T);
    clocks.standAtEnd("a", NOW);
    clocks.standAtEnd("a", NOW + HOUR);
    clocks.follow("a", T + HOUR);
    clocks.standAtEnd("a", NOW + 3 * HOUR);

    assertThat(clocks.watermarkMillis()).isEqualTo(T + HOUR - 5 * SECOND);
  }

  @Test
  void aPartitionThatIsBehindAllTheTimeIsWaitedForWhileItIsRead() {
    for (int second = 0; second < 300; second++) {
      clocks.follow("a", T + HOUR + second * SECOND);
      clocks.follow("b", T + second * SECOND);
      clocks.standAtEnd("a", NOW + second * SECOND);
      clocks.standAtEnd("b", NOW + second * SECOND);
    }

    assertThat(clocks.watermarkMillis()).isEqualTo(T + 294 * SECOND);
  }

  @Test
  void neverGoesBackWhenAQuietPartitionIsReadAgain() {
    twoPartitions().standAtEnd("b", NOW);
    clocks.follow("a", T + HOUR);
    clocks.standAtEnd("b", NOW + PATIENCE);
    long before = clocks.watermarkMillis();
    clocks.follow("b", T + 2 * MINUTE);

    assertThat(clocks.watermarkMillis()).isEqualTo(before);
  }

  @Test
  void believesInEachPartitionWhatIsNotTooFarAheadThere() {
    PartitionClocks bounded = new PartitionClocks(5 * SECOND, HOUR, PATIENCE);
    bounded.follow("a", T);
    bounded.follow("b", T - 2 * HOUR);

    assertThat(bounded.follow("a", T + 30 * MINUTE)).isZero();
    assertThat(bounded.follow("b", T)).isEqualTo(2 * HOUR);
  }

  @Test
  void goesOnFromWhatWasKept() {
    twoPartitions().follow("a", T + HOUR);
    clocks.standAtEnd("b", NOW);
    clocks.standAtEnd("b", NOW + 10 * SECOND);
    PartitionClocks restored = new PartitionClocks(5 * SECOND, EventClock.NO_BOUND, PATIENCE);
    Map<String, PartitionClock.Reading> kept = clocks.readings();
    kept.forEach(restored::begin);
    restored.standAtEnd("b", NOW + 20 * SECOND);

    assertThat(restored.watermarkMillis()).isEqualTo(T + 15 * SECOND);
  }

  @Test
  void aPartitionThatIsGivenAwayDoesNotCount() {
    twoPartitions().follow("a", T + HOUR);
    clocks.end("b");

    assertThat(clocks.watermarkMillis()).isEqualTo(T + HOUR - 5 * SECOND);
  }
}
