package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;

/** Records of files that were created on one host, as Sysmon for Linux writes them. */
final class FileEvents {

  private static final EventOrigin ORIGIN =
      new EventOrigin("files.log", "h", "Syslog:Linux-Sysmon/Operational", "sysmon:linux", "main");

  private FileEvents() {}

  /**
   * A file that was created.
   *
   * @param minute in UTC, such as {@code 2026-03-01 10:00}
   */
  static RawEvent created(long offset, String minute, String path) {
    String time = minute + ":00.000";
    return RawEvent.of(
        ORIGIN,
        offset,
        "<Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>11</EventID>"
            + "<Computer>web-01</Computer><Security UserId=\"0\"/></System><EventData>"
            + data("UtcTime", time)
            + data("ProcessGuid", "{1}")
            + data("Image", "/usr/bin/vim")
            + data("TargetFilename", path)
            + data("CreationUtcTime", time)
            + "</EventData></Event>");
  }

  private static String data(String name, String value) {
    return "<Data Name=\"" + name + "\">" + value + "</Data>";
  }
}
