package dev.highwater.connectors.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw-event lines: {@code {_time?, _indextime?, host, source, sourcetype, index?, raw}}.
 * Both times are epoch seconds, a number or its text. Other members are ignored; what a line does not say comes
 * from the file's origin. A line that is no such object, or has no {@code raw}, becomes a malformed
 * record that holds the line. Not thread-safe.
 */
final class RawEventLines implements RecordDecoder {

  private static final JsonFactory JSON = new JsonFactory();

  private final Origins origins;

  RawEventLines(EventOrigin fileOrigin) {
    this.origins = new Origins(fileOrigin);
  }

  /** True when the text is a raw-event line that names its sourcetype. */
  static boolean isRawEvent(byte[] bytes, int start, int length) {
    try {
      Members members = Members.read(bytes, start, length);
      return members.raw != null && members.sourcetype != null;
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  @Override
  public RawEvent decode(RecordChunk line) {
    if (line.isTruncated()) {
      return undecoded(line, Framing.TRUNCATED);
    }
    try {
      Members members = Members.read(line.bytes(), line.start(), line.length());
      if (members.raw == null) {
        return undecoded(line, Framing.MALFORMED);
      }
      byte[] raw = members.raw.getBytes(StandardCharsets.UTF_8);
      EventOrigin origin =
          origins.of(members.host, members.source, members.sourcetype, members.index);
      return new RawEvent(origin, line.offset(), raw, 0, raw.length, members.timeMillis)
          .withIndexTime(members.indexTimeMillis);
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      return undecoded(line, Framing.MALFORMED);
    }
  }

  private RawEvent undecoded(RecordChunk line, Framing framing) {
    return RecordDecoder.undecoded(origins.ofFile(), line, framing);
  }

  /** The members of one line that have a meaning. */
  private static final class Members {
    private long timeMillis = RawEvent.NO_TIME;
    private long indexTimeMillis = RawEvent.NO_TIME;
    private @Nullable String host;
    private @Nullable String source;
    private @Nullable String sourcetype;
    private @Nullable String index;
    private @Nullable String raw;

    static Members read(byte[] bytes, int start, int length) throws IOException {
      Members members = new Members();
      try (JsonParser parser = JSON.createParser(bytes, start, length)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          return members;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          members.set(name, parser);
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
          members.raw = null;
        }
      }
      return members;
    }

    private static long millis(@Nullable String seconds) {
      return seconds == null ? RawEvent.NO_TIME : EpochSeconds.millis(seconds);
    }

    private void set(String name, JsonParser parser) throws IOException {
      JsonToken token = parser.nextToken();
      if (token == null || token.isStructStart()) {
        parser.skipChildren();
        return;
      }
      @Nullable String text = token == JsonToken.VALUE_NULL ? null : parser.getText();
      switch (name) {
        case "_time" -> timeMillis = millis(text);
        case "_indextime" -> indexTimeMillis = millis(text);
        case "host" -> host = text;
        case "source" -> source = text;
        case "sourcetype" -> sourcetype = text;
        case "index" -> index = text;
        case "raw" -> raw = text;
        default -> {}
      }
    }
  }
}
