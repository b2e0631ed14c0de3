package dev.highwater.connectors.kafka;

import dev.highwater.connectors.file.EpochSeconds;
import dev.highwater.connectors.file.MessageDecoder;
import dev.highwater.connectors.file.Origins;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import org.jspecify.annotations.Nullable;

/**
 * Events as they are, with headers {@code sourcetype}, {@code source}, {@code host}, {@code index}
 * and {@code time} (epoch seconds) around them (S-2040). Not thread-safe.
 */
final class HeadedRecords implements SingleEvents {

  private final Origins origins;

  HeadedRecords(EventOrigin partition) {
    this.origins = new Origins(partition);
  }

  @Override
  public RawEvent decode(byte[] value, RecordHeaders headers, long offset) {
    EventOrigin origin =
        origins.of(
            headers.text(RecordHeaders.HOST),
            headers.text(RecordHeaders.SOURCE),
            headers.text(RecordHeaders.SOURCETYPE),
            headers.text(RecordHeaders.INDEX));
    @Nullable String time = headers.text(RecordHeaders.TIME);
    if (time == null) {
      return new RawEvent(origin, offset, value, 0, value.length, RawEvent.NO_TIME);
    }
    try {
      return new RawEvent(origin, offset, value, 0, value.length, EpochSeconds.millis(time));
    } catch (ArithmeticException | NumberFormatException e) {
      return MessageDecoder.malformed(origin, value, offset);
    }
  }
}
