package dev.highwater.flink;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Records of files that were created on one host, as Sysmon for Linux writes them. */
final class FileEvents {

  static final EventOrigin ORIGIN =
      new EventOrigin("files.log", "h", "sysmon", "sysmon:linux", "main");

  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private FileEvents() {}

  /** Epoch milliseconds of a time on the day of all tests, such as {@code 10:00:00.000}. */
  static long at(String time) {
    return Instant.parse("2026-03-01T" + time + "Z").toEpochMilli();
  }

  /** A file created at a time of that day. */
  static RawEvent created(String time, String path) {
    return created(ORIGIN, 0, time, path);
  }

  static RawEvent created(EventOrigin origin, long offset, String time, String path) {
    return RawEvent.of(origin, offset, line(at(time), path));
  }

  /** A file created at a time of that day, read from a partition. */
  static RawEvent read(String partition, long offset, String time) {
    return created(ORIGIN.withInput(partition), offset, time, "/etc/a");
  }

  /** A record with that text. */
  static RawEvent text(String text) {
    return RawEvent.of(ORIGIN, 0, text);
  }

  private static String line(long millis, String path) {
    String time = UTC_TIME.format(Instant.ofEpochMilli(millis));
    return "<Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>11</EventID>"
        + "<Computer>web-01</Computer><Security UserId=\"0\"/></System><EventData>"
        + data("UtcTime", time)
        + data("ProcessGuid", "{1}")
        + data("Image", "/usr/bin/vim")
        + data("TargetFilename", path)
        + data("CreationUtcTime", time)
        + "</EventData></Event>";
  }

  private static String data(String name, String value) {
    return "<Data Name=\"" + name + "\">" + value + "</Data>";
  }
}
