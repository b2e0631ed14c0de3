package dev.highwater.connectors.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.NumberValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.schedule.SearchWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * One JSON object in one line of UTF-8: times RFC 3339, whole numbers without a point, no nulls,
 * lone surrogates as U+FFFD.
 */
public final class JsonLine {

  /** What writes the fields of the object. */
  public interface Body {
    void write(JsonLine line) throws IOException;
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();
  private static final double EXACT = 1L << 53;

  /** What is smaller is easier to read with an exponent. */
  private static final double LEAST_PLAIN = 1e-7;

  private final JsonGenerator json;

  private JsonLine(JsonGenerator json) {
    this.json = json;
  }

  /** The object with its final line feed. */
  public static byte[] of(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      body.write(new JsonLine(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to", e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  public JsonLine text(String name, String value) throws IOException {
    json.writeFieldName(wellFormed(name));
    json.writeString(wellFormed(value));
    return this;
  }

  public JsonLine number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  /** A number that may have decimals; a whole one has no point. */
  public JsonLine decimal(String name, double value) throws IOException {
    json.writeFieldName(name);
    number(value);
    return this;
  }

  /** Numbers in a list, as {@link #decimal} writes them. */
  public JsonLine decimals(String name, List<Double> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      number(value);
    }
    json.writeEndArray();
    return this;
  }

  /** A time; left out where a window has no end. */
  public JsonLine time(String name, long epochMillis) throws IOException {
    return epochMillis == SearchWindow.UNBOUNDED ? this : text(name, EventTime.format(epochMillis));
  }

  public JsonLine texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(wellFormed(value));
    }
    json.writeEndArray();
    return this;
  }

  public JsonLine row(String name, Row row) throws IOException {
    return object(name, line -> line.fields(row));
  }

  /** The fields of a row as those of the object, in their order. */
  public JsonLine fields(Row row) throws IOException {
    for (String field : row.names()) {
      FieldValue value = row.get(field);
      if (value != null) {
        json.writeFieldName(wellFormed(field));
        value(value);
      }
    }
    return this;
  }

  public JsonLine flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  /** Objects in a list, each written by one of the bodies. */
  public JsonLine objects(String name, List<Body> bodies) throws IOException {
    json.writeArrayFieldStart(name);
    for (Body body : bodies) {
      json.writeStartObject();
      body.write(this);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  /** An object inside of the object. */
  public JsonLine object(String name, Body body) throws IOException {
    json.writeObjectFieldStart(name);
    body.write(this);
    json.writeEndObject();
    return this;
  }

  private void value(FieldValue value) throws IOException {
    if (value instanceof MultiValue) {
      json.writeStartArray();
      for (FieldValue member : value.members()) {
        value(member);
      }
      json.writeEndArray();
    } else if (value instanceof NumberValue && Double.isFinite(value.number())) {
      number(value.number());
    } else {
      json.writeString(wellFormed(value.text()));
    }
  }

  private void number(double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < EXACT) {
      json.writeNumber((long) number);
    } else if (Math.abs(number) >= LEAST_PLAIN && Math.abs(number) < EXACT) {
      json.writeNumber(new BigDecimal(Double.toString(number)).toPlainString());
    } else {
      json.writeNumber(number);
    }
  }

  /** Jackson refuses lone surrogates, and so does UTF-8. */
  private static String wellFormed(String text) {
    int at = 0;
    while (at < text.length() && !isLone(text, at)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder fixed = new StringBuilder(text);
    for (int i = at; i < text.length(); i++) {
      if (isLone(text, i)) {
        fixed.setCharAt(i, '\uFFFD');
      }
    }
    return fixed.toString();
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
