package dev.highwater.connectors.kafka;

import dev.highwater.connectors.file.SourceMessages;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.util.function.Consumer;

/**
 * Records that are read as files of their source are, with headers around them that say which it is
 * (S-2073). Not thread-safe.
 */
final class SourceRecords implements RecordDecoder {

  private final HeadedRecords headed;
  private final SourceMessages messages;

  SourceRecords(EventOrigin partition, SourceMessages messages) {
    this.headed = new HeadedRecords(partition);
    this.messages = messages;
  }

  @Override
  public void decode(byte[] value, RecordHeaders headers, long offset, Consumer<RawEvent> events) {
    RawEvent whole = headed.decode(value, headers, offset);
    if (value.length == 0 || whole.framing() != Framing.WHOLE) {
      events.accept(whole);
    } else {
      messages.read(whole, events);
    }
  }
}
