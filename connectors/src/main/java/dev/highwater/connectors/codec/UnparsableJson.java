package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.UnparsableEvent;

/** Records that no search can see as lines of JSON. */
public final class UnparsableJson {

  private UnparsableJson() {}

  /** One object and a line feed, in UTF-8; {@code offset} is in the uncompressed input. */
  public static byte[] line(UnparsableEvent event) {
    return JsonLine.of(
        line ->
            line.text("reason", event.reason().text())
                .text("source", event.source())
                .number("offset", event.offset())
                .text("sourcetype", event.sourcetype())
                .text("input", event.input())
                .number("length", event.length())
                .text("excerpt", event.excerpt()));
  }
}
