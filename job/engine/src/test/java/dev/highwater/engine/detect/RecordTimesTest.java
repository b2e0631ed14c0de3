package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules S-919, S-920. */
class RecordTimesTest {

  private static final EventOrigin ORIGIN = new EventOrigin("in", "h", "s", "st", "main");

  private final RecordTimes times =
      new RecordTimes(new AddOnLibrary(AddOnReader.builtIn(), ZoneOffset.UTC));

  @Test
  void onlyTimeAndFramingMakeARecordUnparsable() {
    assertThat(fault("2026-03-01T00:00:00Z <broken", Framing.WHOLE)).isNull();
    assertThat(fault("no time", Framing.WHOLE)).isEqualTo(UnparsableEvent.Reason.NO_TIME);
    assertThat(fault("2026-03-01T00:00:00Z", Framing.TRUNCATED))
        .isEqualTo(UnparsableEvent.Reason.TOO_LONG);
    assertThat(fault("2026-03-01T00:00:00Z", Framing.MALFORMED))
        .isEqualTo(UnparsableEvent.Reason.MALFORMED);
  }

  @Test
  void aLineWithNothingInItIsARecordWithoutATime() {
    assertThat(fault("", Framing.WHOLE)).isEqualTo(UnparsableEvent.Reason.BLANK);
    assertThat(fault(" \t\r", Framing.WHOLE)).isEqualTo(UnparsableEvent.Reason.BLANK);
    assertThat(fault("\u00a0", Framing.WHOLE)).isEqualTo(UnparsableEvent.Reason.NO_TIME);
  }

  private UnparsableEvent.@Nullable Reason fault(String text, Framing framing) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    RawEvent raw = new RawEvent(ORIGIN, 0, bytes, 0, bytes.length, RawEvent.NO_TIME, framing);
    return RecordTimes.fault(raw, times.timeOf(raw));
  }
}
