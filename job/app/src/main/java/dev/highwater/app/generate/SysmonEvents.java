package dev.highwater.app.generate;

import dev.highwater.app.generate.LinuxActivity.Program;

/** Sysmon for Linux events with the fields that each event id has in real logs. */
final class SysmonEvents {
  private static final String NONE = "-";

  private final SeededRandom random;
  private final EventLine line = new EventLine();

  SysmonEvents(SeededRandom random) {
    this.random = random;
  }

  /** Event 1. */
  String processCreate(long millis, LinuxHost host, Program program, String commandLine) {
    header(1, 5, millis, host, program.userId());
    line.data("Image", program.image());
    for (String unknown :
        new String[] {"FileVersion", "Description", "Product", "Company", "OriginalFileName"}) {
      line.data(unknown, NONE);
    }
    line.data("CommandLine", commandLine);
    line.data("CurrentDirectory", program.directory()).data("User", program.user());
    line.guid("LogonGuid", random.nextLong(), random.nextLong());
    line.data("LogonId", program.userId()).data("TerminalSessionId", random.between(1, 300));
    line.data("IntegrityLevel", "no level").data("Hashes", NONE);
    line.guid("ParentProcessGuid", random.nextLong(), random.nextLong());
    line.data("ParentProcessId", random.between(300, 60_000));
    line.data("ParentImage", program.parentImage());
    line.data("ParentCommandLine", program.parentCommandLine());
    return line.data("ParentUser", program.user()).end();
  }

  /** Event 3. */
  String networkConnect(long millis, LinuxHost host, Program program) {
    header(3, 5, millis, host, program.userId());
    line.data("Image", program.image()).data("User", program.user());
    line.data("Protocol", random.happens(0.8) ? "tcp" : "udp");
    line.data("Initiated", random.happens(0.7) ? "true" : "false").data("SourceIsIpv6", "false");
    line.data("SourceIp", "10.20." + random.below(256) + "." + random.between(1, 254));
    line.data("SourceHostname", NONE).data("SourcePort", random.between(1024, 65_535));
    line.data("SourcePortName", NONE).data("DestinationIsIpv6", "false");
    line.data("DestinationIp", "192.0.2." + random.between(1, 254));
    line.data("DestinationHostname", NONE).data("DestinationPort", random.happens(0.5) ? 443 : 53);
    return line.data("DestinationPortName", NONE).end();
  }

  /** Event 4. */
  String serviceState(long millis, LinuxHost host) {
    system(4, 3, millis, host);
    line.userId(0).time("UtcTime", millis).data("State", "Started");
    return line.data("Version", "1.3.3").data("SchemaVersion", "4.81").end();
  }

  /** Event 5. */
  String processEnd(long millis, LinuxHost host, Program program) {
    header(5, 3, millis, host, program.userId());
    return line.data("Image", program.image()).data("User", program.user()).end();
  }

  /** Event 9. */
  String rawAccess(long millis, LinuxHost host) {
    header(9, 2, millis, host, 0);
    line.data("Image", "/usr/sbin/fdisk").data("Device", "/dev/sda");
    return line.data("User", "root").end();
  }

  /** Event 11. */
  String fileCreate(long millis, LinuxHost host, String path) {
    header(11, 2, millis, host, 0);
    line.data("Image", "/bin/cp").data("TargetFilename", path).time("CreationUtcTime", millis);
    return line.data("User", "root").end();
  }

  /** Event 23; it has no creation time. */
  String fileDelete(long millis, LinuxHost host, String path) {
    header(23, 5, millis, host, 0);
    line.data("User", "root").data("Image", "/bin/rm").data("TargetFilename", path);
    return line.data("Hashes", NONE).data("IsExecutable", NONE).data("Archived", NONE).end();
  }

  private void header(int eventId, int version, long millis, LinuxHost host, int userId) {
    system(eventId, version, millis, host);
    line.userId(userId).data("RuleName", NONE).time("UtcTime", millis);
    line.guid("ProcessGuid", random.nextLong(), random.nextLong());
    line.data("ProcessId", random.between(300, 60_000));
  }

  private void system(int eventId, int version, long millis, LinuxHost host) {
    long loggedMillis = millis + random.between(-12, 12);
    line.system(eventId, version, loggedMillis, host.nextRecordId(), host.sysmonProcessId());
    line.computer(host.name());
  }
}
