package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;

/** Makes a record of a line. Not thread-safe. */
interface RecordDecoder {

  /** The record of the line that the cursor stands on; never fails. */
  RawEvent decode(LineChunk line);

  /** The line itself is the record; nothing is copied. */
  static RecordDecoder plain(EventOrigin origin) {
    return line ->
        new RawEvent(
            origin,
            line.lineOffset(),
            line.bytes(),
            line.start(),
            line.length(),
            RawEvent.NO_TIME,
            line.isTruncated() ? Framing.TRUNCATED : Framing.WHOLE);
  }
}
