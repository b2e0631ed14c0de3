package dev.highwater.engine.addon;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A record on its way through the index-time rules of its source (S-1321). */
final class EventDraft {

  private static final String DROPPING_QUEUE = "nullQueue";

  private final RawEvent raw;
  private String text;
  private EventOrigin origin;
  private String queue = "";

  EventDraft(RawEvent raw) {
    this.raw = raw;
    this.text = raw.text();
    this.origin = raw.origin();
  }

  String text() {
    return text;
  }

  void setText(String newText) {
    text = newText;
  }

  /** Says of the origin what a key stands for, with the kind of the value before it. */
  String value(IndexKey key) {
    return switch (key) {
      case RAW -> text;
      case HOST -> "host::" + origin.host();
      case SOURCE -> "source::" + origin.source();
      case SOURCETYPE -> "sourcetype::" + origin.sourcetype();
      case INDEX -> origin.index();
      case QUEUE -> queue;
    };
  }

  /** Sets what a key stands for; the kind before a value may be missing. */
  void set(IndexKey key, String value) {
    String host = origin.host();
    String source = origin.source();
    String sourcetype = origin.sourcetype();
    String index = origin.index();
    switch (key) {
      case RAW -> text = value;
      case HOST -> host = without("host::", value);
      case SOURCE -> source = without("source::", value);
      case SOURCETYPE -> sourcetype = without("sourcetype::", value);
      case INDEX -> index = value.toLowerCase(Locale.ROOT);
      case QUEUE -> queue = value;
    }
    origin = new EventOrigin(origin.input(), host, source, sourcetype, index);
  }

  private static String without(String kind, String value) {
    return value.startsWith(kind) ? value.substring(kind.length()) : value;
  }

  boolean isDropped() {
    return queue.equals(DROPPING_QUEUE);
  }

  /** The record as it is now. */
  RawEvent event() {
    if (origin.equals(raw.origin()) && text.equals(raw.text())) {
      return raw;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RawEvent(origin, raw.offset(), bytes, 0, bytes.length, raw.givenTimeMillis())
        .with(raw.indexed());
  }
}
