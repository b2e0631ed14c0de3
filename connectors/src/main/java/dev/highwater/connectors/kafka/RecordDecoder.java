package dev.highwater.connectors.kafka;

import dev.highwater.engine.event.RawEvent;

/** Makes events of the records of one partition. Not thread-safe. */
interface RecordDecoder {

  /** The event of a record's value, without its index time; never fails. */
  RawEvent decode(byte[] value, RecordHeaders headers, long offset);
}
