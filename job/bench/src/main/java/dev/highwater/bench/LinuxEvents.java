package dev.highwater.bench;

import dev.highwater.engine.detect.DetectionRouter;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.RecordTimes;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events of Sysmon for Linux to be told again and again. */
public final class LinuxEvents {

  private static final EventOrigin ORIGIN =
      new EventOrigin("log", "bench", "Syslog:Linux-Sysmon/Operational", "sysmon:linux", "main");

  /** Programs and command lines that detections look for. */
  private static final List<Map.Entry<String, String>> SUSPICIOUS =
      List.of(
          Map.entry("/usr/bin/systemctl", "systemctl enable updater.service"),
          Map.entry("/usr/sbin/useradd", "useradd -m eve"),
          Map.entry("/usr/bin/chmod", "chmod u+s /tmp/shell"),
          Map.entry("/usr/bin/crontab", "crontab -l"),
          Map.entry("/usr/sbin/insmod", "insmod /tmp/kit.ko"),
          Map.entry("/usr/bin/dd", "dd if=/dev/zero of=/dev/sda"),
          Map.entry("/usr/bin/base64", "base64 -d /tmp/payload"),
          Map.entry("/usr/bin/shred", "shred -n 3 -z /var/log/auth.log"));

  private LinuxEvents() {}

  /** The events of a log of which no detection wants any. */
  public static List<EventTemplate> ordinary(DetectionSet detections, Path log) throws IOException {
    RecordTimes times = new RecordTimes(detections.knowledge().addOns());
    DetectionRouter router = new DetectionRouter(detections, new Ledger());
    List<EventTemplate> ordinary = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      RawEvent event = RawEvent.of(ORIGIN, 0, line);
      List<RoutedGroup> groups = new ArrayList<>();
      router.route(event, times.timeOf(event), groups::add);
      if (groups.isEmpty()) {
        ordinary.add(new EventTemplate(line));
      }
    }
    return ordinary;
  }

  /** One event for each of some programs that detections of security content look for. */
  public static List<EventTemplate> suspicious() {
    return SUSPICIOUS.stream()
        .map(each -> new EventTemplate(created(each.getKey(), each.getValue())))
        .toList();
  }

  /** A start of each of so many tools that deploy/bin/proof-content makes detections for. */
  public static List<EventTemplate> tools(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "/opt/proof_tool_%04d".formatted(i))
        .map(path -> new EventTemplate(created(path, path + " --run")))
        .toList();
  }

  private static String created(String image, String commandLine) {
    return "<Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>1</EventID><Version>5</Version>"
        + "<TimeCreated SystemTime=\"2026-03-01T00:00:00.000000000Z\"/><Computer>web-02</Computer>"
        + "<Security UserId=\"0\"/></System><EventData>"
        + data("UtcTime", "2026-03-01 00:00:00.000")
        + data("ProcessGuid", "{87b341d6-90d7-a28a-6f9b-" + EventTemplate.FIRST_NUMBER + "7a8}")
        + data("ProcessId", Integer.toString(EventTemplate.FIRST_NUMBER))
        + data("Image", image)
        + data("CommandLine", commandLine)
        + data("CurrentDirectory", "/tmp")
        + data("User", "root")
        + data("ParentProcessGuid", "{e2631837-73ef-6508-10e2-c46865e98746}")
        + data("ParentProcessId", "32410")
        + data("ParentImage", "/bin/bash")
        + data("ParentCommandLine", "bash")
        + data("ParentUser", "root")
        + "</EventData></Event>";
  }

  private static String data(String name, String value) {
    return "<Data Name=\"" + name + "\">" + value + "</Data>";
  }
}
