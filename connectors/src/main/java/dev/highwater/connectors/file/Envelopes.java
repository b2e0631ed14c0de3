package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.IndexedFields;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;

/**
 * Makes events of the envelopes of an HTTP event collector: {@code {"event": .., "time": epoch
 * seconds, "host": .., "source": .., "sourcetype": .., "index": .., "fields": {..}}} (S-1317). What
 * is no envelope becomes a malformed event that holds it. Not thread-safe.
 */
final class Envelopes implements RecordDecoder {

  private final Origins origins;

  Envelopes(EventOrigin fileOrigin) {
    this.origins = new Origins(fileOrigin);
  }

  /** True for an envelope that names its sourcetype, or has fields, and nothing else. */
  static boolean isEnvelope(byte[] bytes, int start, int length) {
    try {
      Envelope envelope = Envelope.read(bytes, start, length);
      return envelope.event != null
          && !envelope.hasOthers
          && (envelope.sourcetype != null || !envelope.fields.isEmpty());
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  @Override
  public RawEvent decode(RecordChunk record) {
    if (record.isTruncated()) {
      return undecoded(record, Framing.TRUNCATED);
    }
    try {
      Envelope read = Envelope.read(record.bytes(), record.start(), record.length());
      byte[] text = read.event;
      if (text == null) {
        return undecoded(record, Framing.MALFORMED);
      }
      EventOrigin origin = origins.of(read.host, read.source, read.sourcetype, read.index);
      RawEvent event = new RawEvent(origin, record.offset(), text, 0, text.length, read.timeMillis);
      return read.fields.isEmpty() ? event : event.with(new IndexedFields(read.fields));
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      return undecoded(record, Framing.MALFORMED);
    }
  }

  private RawEvent undecoded(RecordChunk record, Framing framing) {
    return RecordDecoder.undecoded(origins.ofFile(), record, framing);
  }
}
