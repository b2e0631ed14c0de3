package dev.highwater.connectors.kafka;

import dev.highwater.engine.event.RawEvent;
import java.util.function.Consumer;

/** Makes events of the records of one partition. Not thread-safe. */
interface RecordDecoder {

  /** Gives the events of a record's value, at least one, without its index time; never fails. */
  void decode(byte[] value, RecordHeaders headers, long offset, Consumer<RawEvent> events);
}
