package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of thousands of sources none may hold the chunk of a file that its last record came in. */
class ReleasedRecordsTest {

  private final DetectionSet detections =
      DetectionSet.compile(
          ContentRevision.of(
              List.of(
                  DetectionItem.adHoc(
                      "a", "a", "a=1 | stats count by b", ScheduleItem.allTime(0, ZoneOffset.UTC))),
              ContentPack.builtIn().macros(),
              List.of(),
              ContentPack.builtIn().apps()),
          ZoneOffset.UTC);

  private final RecordTimes times = new RecordTimes(detections.knowledge().addOns());
  private final DetectionRouter router = new DetectionRouter(detections, new Ledger());

  @Test
  void theTimesOfASourceKeepNoRecord() {
    WeakReference<byte[]> chunk = new WeakReference<>(timed().bytes());

    System.gc();

    assertThat(chunk.get()).isNull();
  }

  @Test
  void theRoutesOfASourceKeepNoRecordWhenAnotherSourceIsRead() {
    WeakReference<byte[]> chunk = new WeakReference<>(routed().bytes());
    RawEvent other = event("other", "2026-03-01T10:00:00Z a=1 b=2");
    router.route(other, times.timeOf(other), group -> {});

    System.gc();

    assertThat(chunk.get()).isNull();
  }

  private RawEvent timed() {
    RawEvent event = event("first", "2026-03-01T10:00:00Z a=1 b=2");
    assertThat(times.timeOf(event)).isNotEqualTo(RawEvent.NO_TIME);
    return event;
  }

  private RawEvent routed() {
    RawEvent event = timed();
    router.route(event, times.timeOf(event), group -> {});
    return event;
  }

  private static RawEvent event(String input, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    EventOrigin origin = new EventOrigin(input, "h", "s", "t", "main");
    return new RawEvent(origin, 0, bytes, 0, bytes.length, RawEvent.NO_TIME);
  }
}
