package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HeadCostsTest {

  private static final int EVENTS = 64_000;

  private final AtomicLong ticks = new AtomicLong();
  private final Ledger costs = new Ledger();

  /** Each look at the clock is ten nanoseconds after the one before. */
  private final DetectionRouter router =
      new DetectionRouter(
          DetectionSet.compile(
              ContentRevision.of(
                  List.of(
                      item("a", "a=alpha | stats count by b"), item("c", "c=gamma | stats count")),
                  ContentPack.builtIn().macros(),
                  List.of(),
                  ContentPack.builtIn().apps()),
              ZoneOffset.UTC),
          new Ledger(),
          Faults.thrown(new Ledger()),
          HeadCosts.measured(() -> ticks.addAndGet(10), costs));

  private static DetectionItem item(String id, String search) {
    return DetectionItem.adHoc(id, id, search, ScheduleItem.allTime(0, ZoneOffset.UTC));
  }

  @Test
  void someEventsStandForAllThatAHeadLooksAt() {
    for (int i = 0; i < EVENTS; i++) {
      router.route(event("a=alpha b=2"), 0, group -> {});
    }
    assertThat(costs.count("a", Counter.HEAD_NANOS))
        .isCloseTo(10L * EVENTS, Percentage.withPercentage(5));
    assertThat(ticks.get()).isLessThan(2 * 10L * EVENTS / 50);
  }

  @Test
  void aHeadThatNoLiteralCallsTakesNothing() {
    router.route(event("a=alpha b=2"), 0, group -> {});

    assertThat(costs.counted()).containsExactly("a");
  }

  @Test
  void eventsOfEvenStepsAreSeenInTheirShare() {
    for (int i = 0; i < EVENTS; i++) {
      router.route(event(i % HeadCosts.EVERY == 0 ? "a=alpha b=2" : "c=gamma"), 0, group -> {});
    }
    assertThat(costs.count("a", Counter.HEAD_NANOS))
        .isCloseTo(10L * EVENTS / HeadCosts.EVERY, Percentage.withPercentage(60));
  }

  private static RawEvent event(String text) {
    return RawEvent.of(new EventOrigin("in", "h", "s", "st", "main"), 0, text);
  }
}
