package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.risk.FindingActions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule S-2113. */
class FaultsTest {

  private static final EventOrigin ORIGIN = new EventOrigin("log", "h", "s", "st", "main");
  private static final PlaceDatabase BROKEN =
      (address, languages) -> {
        throw new IllegalStateException("the database is broken");
      };

  private final Ledger ledger = new Ledger();
  private final List<Outcome> told = new ArrayList<>();
  private final List<String> routed = new ArrayList<>();

  private static DetectionItem item(String id, String search) {
    return new DetectionItem(
        id,
        id,
        1,
        "TTP",
        search,
        new ScheduleItem("0 * * * *", "-1h", "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
        FindingActions.none(id));
  }

  private void route(int most, int events) {
    ContentRevision revision =
        ContentRevision.of(
            List.of(
                item("broken", "search sourcetype=st | iplocation src | stats count by Country"),
                item("whole", "search sourcetype=st | stats count by src")),
            ContentPack.builtIn().macros(),
            List.of());
    DetectionSet detections = DetectionSet.compile(revision, ZoneOffset.UTC, BROKEN);
    Faults faults = new Faults(ledger, most, (outcome, time) -> told.add(outcome));
    DetectionRouter router = new DetectionRouter(detections, ledger, faults);
    for (int i = 0; i < events; i++) {
      RawEvent raw = RawEvent.of(ORIGIN, i, "src=1.2.3.4");
      router.route(raw, 1_000L * i, group -> routed.add(group.detection()));
    }
  }

  @Test
  void aDetectionThatFailsOnAnEventDoesNotStopTheOthers() {
    route(Integer.MAX_VALUE, 2);

    assertThat(routed).containsExactly("whole", "whole");
    assertThat(told)
        .containsExactly(
            new Outcome.Fault(
                "broken",
                new EventPosition("log", 0),
                "java.lang.IllegalStateException: the database is broken"),
            new Outcome.Fault(
                "broken",
                new EventPosition("log", 1),
                "java.lang.IllegalStateException: the database is broken"));
    assertThat(ledger.count("broken", Counter.EVENT_FAULTS)).isEqualTo(2);
  }

  @Test
  void aDetectionThatFailsTooOftenIsNotTriedAgain() {
    route(3, 10);

    assertThat(routed).hasSize(10).containsOnly("whole");
    assertThat(told)
        .hasSize(4)
        .endsWith(
            new Outcome.Quarantined(
                "broken", 3, "java.lang.IllegalStateException: the database is broken"));
    assertThat(ledger.count("broken", Counter.QUARANTINED)).isEqualTo(1);
  }
}
