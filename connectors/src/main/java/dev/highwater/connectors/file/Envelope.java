package dev.highwater.connectors.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one envelope of an HTTP event collector (S-1317). */
final class Envelope {

  /** Of the kind that knows the places of bytes. */
  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] bytes;
  private final int start;
  long timeMillis = RawEvent.NO_TIME;
  @Nullable String host;
  @Nullable String source;
  @Nullable String sourcetype;
  @Nullable String index;

  /** The text of the event: a string's own, of anything else as it is written. */
  byte @Nullable [] event;

  final Map<String, FieldValue> fields = new LinkedHashMap<>();

  /** True when it has members that no envelope has. */
  boolean hasOthers;

  private Envelope(byte[] bytes, int start) {
    this.bytes = bytes;
    this.start = start;
  }

  /**
   * Reads an envelope; {@link #event} is null when it is none.
   *
   * @throws IOException when it is no JSON
   * @throws ArithmeticException for a time that there is not
   * @throws NumberFormatException for a time that is no number
   */
  static Envelope read(byte[] bytes, int start, int length) throws IOException {
    Envelope envelope = new Envelope(bytes, start);
    try (JsonParser parser = JSON.createParser(bytes, start, length)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          envelope.take(name, parser);
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
          envelope.event = null;
        }
      }
    }
    return envelope;
  }

  private void take(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "event" -> event = eventText(parser);
      case "fields" -> takeFields(parser);
      case "time" -> {
        String text = scalar(parser);
        timeMillis = text == null ? RawEvent.NO_TIME : EpochSeconds.millis(text);
      }
      case "host" -> host = scalar(parser);
      case "source" -> source = scalar(parser);
      case "sourcetype" -> sourcetype = scalar(parser);
      case "index" -> index = scalar(parser);
      default -> {
        hasOthers = true;
        parser.skipChildren();
      }
    }
  }

  private byte @Nullable [] eventText(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText().getBytes(StandardCharsets.UTF_8);
    }
    if (parser.currentToken().isScalarValue()) {
      return parser.getText().getBytes(StandardCharsets.UTF_8);
    }
    int from = (int) parser.currentLocation().getByteOffset() - 1;
    parser.skipChildren();
    int to = (int) parser.currentLocation().getByteOffset();
    return Arrays.copyOfRange(bytes, start + from, start + to);
  }

  private void takeFields(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      FieldValue value = fieldValue(parser);
      if (value != null) {
        fields.put(name, value);
      }
    }
  }

  /** A scalar, or the scalars of an array; null for anything else. */
  private static @Nullable FieldValue fieldValue(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      String text = scalar(parser);
      return text == null ? null : FieldValue.of(text);
    }
    List<FieldValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String text = scalar(parser);
      if (text != null) {
        values.add(FieldValue.of(text));
      }
    }
    return MultiValue.of(values);
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      parser.skipChildren();
      return null;
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
  }
}
