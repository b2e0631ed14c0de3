package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.Outcome;

/** Events that could not be looked at, and detections in quarantine, as lines of JSON. */
public final class FaultJson {

  private FaultJson() {}

  /** One object and a line feed, in UTF-8; no {@code detection_id} where none could look. */
  public static byte[] line(Outcome.Fault fault) {
    return JsonLine.of(
        line -> {
          if (!fault.detection().isEmpty()) {
            line.text("detection_id", fault.detection());
          }
          line.text("input", fault.position().input())
              .number("offset", fault.position().offset())
              .text("reason", fault.reason());
        });
  }

  /** One object and a line feed, in UTF-8. */
  public static byte[] line(Outcome.Quarantined quarantined) {
    return JsonLine.of(
        line ->
            line.text("detection_id", quarantined.detection())
                .flag("quarantined", true)
                .number("faults", quarantined.faults())
                .text("reason", quarantined.reason()));
  }
}
