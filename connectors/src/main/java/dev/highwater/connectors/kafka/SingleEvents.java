package dev.highwater.connectors.kafka;

import dev.highwater.engine.event.RawEvent;
import java.util.function.Consumer;

/** Makes one event of each record. Not thread-safe. */
interface SingleEvents extends RecordDecoder {

  /** The event of a record's value, without its index time; never fails. */
  RawEvent decode(byte[] value, RecordHeaders headers, long offset);

  @Override
  default void decode(byte[] value, RecordHeaders headers, long offset, Consumer<RawEvent> events) {
    events.accept(decode(value, headers, offset));
  }
}
