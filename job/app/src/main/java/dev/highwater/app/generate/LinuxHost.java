package dev.highwater.app.generate;

import java.util.ArrayList;
import java.util.List;

/** A machine whose Sysmon writes the log, and its record counter. */
final class LinuxHost {
  private final String name;
  private final int sysmonProcessId;
  private long lastRecordId;

  private LinuxHost(String name, int sysmonProcessId, long lastRecordId) {
    this.name = name;
    this.sysmonProcessId = sysmonProcessId;
    this.lastRecordId = lastRecordId;
  }

  /** So many machines: short names, and fully qualified ones. */
  static List<LinuxHost> fleet(int size) {
    List<LinuxHost> fleet = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String name = (i % 3 == 0 ? "build-%02d.corp.example" : "web-%02d").formatted(i);
      fleet.add(new LinuxHost(name, 700 + 131 * i, 250_000L * (i + 1)));
    }
    return fleet;
  }

  String name() {
    return name;
  }

  int sysmonProcessId() {
    return sysmonProcessId;
  }

  long nextRecordId() {
    return ++lastRecordId;
  }
}
