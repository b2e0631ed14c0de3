package dev.highwater.app.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Detections that say something else with each late event, and searches that correlate their risk
 * in each way in which a risk event may change: its score, its time, its text, the fields that it
 * is grouped by, and whether it is there at all.
 */
final class AmendedRisk {

  private static final String FILES =
      "| tstats count as n min(_time) as _time values(Filesystem.file_name) as file"
          + " from datamodel=Endpoint.Filesystem by Filesystem.dest | rename Filesystem.* as * ";
  private static final String RISK =
      "| tstats sum(All_Risk.calculated_risk_score) as score count as n values(source) as source"
          + " from datamodel=Risk.All_Risk ";
  private static final long START = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final int MINUTE = 60_000;
  private static final int HOUR = 60 * MINUTE;
  private static final int EVENTS = 70;

  private final Path directory;

  private AmendedRisk(Path directory) {
    this.directory = directory;
  }

  /** A folder of content below a directory. */
  static Path content(Path directory) throws IOException {
    AmendedRisk content = new AmendedRisk(directory.resolve("content"));
    content.detection("counted", FILES, "dest, type: system, score: 40", "$n$ files on $dest$");
    content.detection("named", FILES, "file, type: other, score: 20", "$file$ on $dest$");
    content.detection(
        "few", FILES + "| where n < 3", "dest, type: system, score: 30", "few on $dest$");
    content.correlation("sums", RISK + "by All_Risk.risk_object | where score > 60");
    content.correlation(
        "texts",
        RISK
            + "where All_Risk.risk_message=\"2 files*\" by All_Risk.risk_object All_Risk.risk_message");
    content.correlation(
        "fields",
        "index=risk | stats sum(calculated_risk_score) as score min(_time) as first by dest, n");
    content.correlation("rows", "index=risk | table _time source risk_object risk_message n");
    return content.directory;
  }

  private void detection(String name, String search, String object, String message)
      throws IOException {
    write(
        name,
        "TTP",
        search,
        "-10m",
        "rba: {enabled: true}, notable: {rule_title: '%name%', rule_description: '$n$ on $dest$'}",
        "rba:\n  message: '%s'\n  risk_objects: [{field: %s}]\n".formatted(message, object)
            + "  threat_objects: []\n");
  }

  private void correlation(String name, String search) throws IOException {
    write(
        name,
        "Correlation",
        search,
        "-60m",
        "notable: {rule_title: '%name%', rule_description: 'risk of $n$'}",
        "");
  }

  private void write(
      String name, String type, String search, String earliest, String actions, String rest)
      throws IOException {
    Path file = directory.resolve("detections/" + name + ".yml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        name: %1$s
        id: id-%1$s
        version: 1
        type: %2$s
        status: production
        description: what is said of %1$s
        search: '%3$s'
        deployment:
          scheduling: {cron_schedule: '*/10 * * * *', earliest_time: %4$s, latest_time: now}
          alert_action: {%5$s}
        tags: {security_domain: endpoint}
        %6$s"""
            .formatted(name, type, search, earliest, actions, rest));
  }

  /** An event and when it came, both milliseconds from the start. */
  private record Sent(int at, int came, String line) {}

  /** A log of three hours, in the order in which its events came: half of them late. */
  static Path log(Path directory, long seed) throws IOException {
    Random random = new Random(seed);
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      int at = random.nextInt(3 * HOUR);
      int late = random.nextBoolean() ? 0 : random.nextInt(2 * HOUR);
      sent.add(new Sent(at, at + late, line(at, random)));
    }
    sent.sort(Comparator.comparingInt(Sent::came));
    return Files.write(directory.resolve(seed + ".log"), sent.stream().map(Sent::line).toList());
  }

  private static String line(int at, Random random) {
    String time = Instant.ofEpochMilli(START + at).toString().replace('T', ' ');
    String millis = time.length() == 20 ? time.replace("Z", ".000") : time.replace("Z", "");
    return "<Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>11</EventID><Computer>web-"
        + random.nextInt(2)
        + "</Computer><Security UserId=\"0\"/></System><EventData>"
        + data("UtcTime", millis)
        + data("ProcessGuid", "{1}")
        + data("Image", "/usr/bin/vim")
        + data("TargetFilename", "/etc/" + random.nextInt(6))
        + data("CreationUtcTime", millis)
        + "</EventData></Event>";
  }

  private static String data(String name, String value) {
    return "<Data Name=\"" + name + "\">" + value + "</Data>";
  }
}
