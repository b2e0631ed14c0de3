package dev.highwater.engine.detect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.risk.FindingActions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules S-416, S-1405. */
class ScheduleTimingsPropertyTest {

  private static final long T = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final int HOUR = 3_600_000;
  private static final long MINUTE = 60_000;
  private static final EventOrigin ORIGIN = new EventOrigin("a.log", "h", "s", "any", "main");

  /** An event, and how long after it it came; both milliseconds. */
  record Sent(int at, int late) {}

  @Property(tries = 60)
  void theNeededLagIsTheSmallestThatLosesNothing(@ForAll("sent") List<Sent> sent) {
    long needed = timing(sent, 10).neededLagMillis() / MINUTE;

    assertThat(timing(sent, needed).unseen()).isEmpty();
    if (needed > 0) {
      assertThat(timing(sent, needed - 1).unseen()).isNotEmpty();
    }
  }

  @Property(tries = 60)
  void whatIsUnseenIsMissingInTheCountsOfSplunksView(@ForAll("sent") List<Sent> sent) {
    IndexedEvents events = events(sent, 10);
    ScheduleTiming timing = new ScheduleTimings(events).all().get(0);

    assertThat(counted(events, Visibility.ALL)).isEqualTo(sent.size());
    assertThat(counted(events, Visibility.atStart(0)))
        .isEqualTo(sent.size() - timing.unseen().size());
    assertThat(timing.atRun().count()).isEqualTo(sent.size() - timing.unseen().size());
  }

  private static double counted(IndexedEvents events, Visibility visibility) {
    return IndexedReplay.findings(events, visibility).stream()
        .mapToDouble(finding -> requireNonNull(finding.row().get("count")).number())
        .sum();
  }

  private static ScheduleTiming timing(List<Sent> sent, long lagMinutes) {
    return new ScheduleTimings(events(sent, lagMinutes)).all().get(0);
  }

  private static IndexedEvents events(List<Sent> sent, long lagMinutes) {
    List<IndexedRecord> records = new ArrayList<>();
    for (Sent each : sent) {
      byte[] text = "event".getBytes(StandardCharsets.UTF_8);
      RawEvent raw = new RawEvent(ORIGIN, records.size(), text, 0, text.length, T + each.at());
      records.add(new IndexedRecord(raw, T + each.at() + each.late()));
    }
    return IndexedEvents.read(detections(lagMinutes), records.iterator(), 5000);
  }

  private static DetectionSet detections(long lagMinutes) {
    DetectionItem item =
        new DetectionItem(
            "id",
            "All",
            1,
            "TTP",
            "search index=main | stats count by host",
            new ScheduleItem(
                "0 * * * *",
                "-" + (60 + lagMinutes) + "m@m",
                "-" + lagMinutes + "m@m",
                "UTC",
                Long.MIN_VALUE,
                Long.MAX_VALUE),
            FindingActions.none("All"));
    return DetectionSet.compile(
        ContentRevision.of(List.of(item), ContentPack.builtIn().macros(), List.of()),
        ZoneOffset.UTC);
  }

  @Provide
  Arbitrary<List<Sent>> sent() {
    Arbitrary<Integer> late =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 30_000), Arbitraries.integers().between(0, 4 * HOUR));
    return Combinators.combine(Arbitraries.integers().between(0, 6 * HOUR), late)
        .as(Sent::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}
