package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;

/** Makes an event of a record. Not thread-safe. */
interface RecordDecoder {

  /** The event of the record that the cursor stands on; never fails. */
  RawEvent decode(RecordChunk record);

  /** The record itself is the event; nothing is copied. */
  static RecordDecoder plain(EventOrigin origin) {
    return record ->
        undecoded(origin, record, record.isTruncated() ? Framing.TRUNCATED : Framing.WHOLE);
  }

  /** The bytes of the record as they are. */
  static RawEvent undecoded(EventOrigin origin, RecordChunk record, Framing framing) {
    return new RawEvent(
        origin,
        record.offset(),
        record.bytes(),
        record.start(),
        record.length(),
        RawEvent.NO_TIME,
        framing);
  }
}
