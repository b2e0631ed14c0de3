package dev.highwater.connectors.file;

import dev.highwater.engine.event.EventOrigin;

/** What one line of a file is. */
public enum LineFormat {
  /** The line is the record. */
  PLAIN {
    @Override
    RecordDecoder decoder(EventOrigin origin) {
      return RecordDecoder.plain(origin);
    }
  },
  /** The line is a JSON object {@code {_time?, host, source, sourcetype, index?, raw}}. */
  RAW_EVENT {
    @Override
    RecordDecoder decoder(EventOrigin origin) {
      return new RawEventLines(origin);
    }
  };

  /** A decoder for one reader of a file of this origin. */
  abstract RecordDecoder decoder(EventOrigin origin);
}
