package dev.highwater.connectors.kafka;

import dev.highwater.connectors.file.MessageDecoder;
import dev.highwater.connectors.file.Origins;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

/** JSON objects of any shape, read by a map (S-2042). Not thread-safe. */
final class MappedRecords implements SingleEvents {

  private final Origins origins;
  private final MappedTime timeUnit;
  private final MappedValue.Reader raw;
  private final MappedValue.Reader time;
  private final MappedValue.Reader host;
  private final MappedValue.Reader source;
  private final MappedValue.Reader sourcetype;
  private final MappedValue.Reader index;

  MappedRecords(TopicMap map, EventOrigin partition) {
    this.origins = new Origins(partition);
    this.timeUnit = map.timeUnit();
    this.raw = map.raw().compiled();
    this.time = MappedValue.reader(map.time());
    this.host = MappedValue.reader(map.host());
    this.source = MappedValue.reader(map.source());
    this.sourcetype = MappedValue.reader(map.sourcetype());
    this.index = MappedValue.reader(map.index());
  }

  @Override
  public RawEvent decode(byte[] value, RecordHeaders headers, long offset) {
    Json root = JsonReader.readStructure(new String(value, StandardCharsets.UTF_8));
    String event = root == null ? null : raw.of(root);
    if (root == null || event == null) {
      return MessageDecoder.malformed(origins.ofFile(), value, offset);
    }
    EventOrigin origin =
        origins.of(host.of(root), source.of(root), sourcetype.of(root), index.of(root));
    try {
      byte[] text = event.getBytes(StandardCharsets.UTF_8);
      return new RawEvent(origin, offset, text, 0, text.length, millis(root));
    } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
      return MessageDecoder.malformed(origin, value, offset);
    }
  }

  private long millis(Json root) {
    String text = time.of(root);
    return text == null ? RawEvent.NO_TIME : timeUnit.millis(text);
  }
}
