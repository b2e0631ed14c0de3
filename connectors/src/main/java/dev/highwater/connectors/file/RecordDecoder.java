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
        new RawEvent(
            origin,
            record.offset(),
            record.bytes(),
            record.start(),
            record.length(),
            RawEvent.NO_TIME,
            record.isTruncated() ? Framing.TRUNCATED : Framing.WHOLE);
  }
}
