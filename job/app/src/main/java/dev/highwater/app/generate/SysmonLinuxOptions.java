package dev.highwater.app.generate;

/**
 * Which Sysmon for Linux log to make.
 *
 * @param events background lines, at least 1
 * @param seed picks the random values
 * @param startMillis when the log begins, milliseconds since 1970
 * @param hours how long it is, more than 0
 * @param matching share of the background lines that create a service file in a systemd folder, 0
 *     to 1
 * @param nasty whether lines that are hard to get right are mixed in, and late ones
 * @param huge whether the nasty lines include two of 1 MiB
 */
record SysmonLinuxOptions(
    long events,
    long seed,
    long startMillis,
    double hours,
    double matching,
    boolean nasty,
    boolean huge) {
  SysmonLinuxOptions {
    if (events < 1) {
      throw new IllegalArgumentException("Invalid events: " + events + " (must be >= 1)");
    }
    if (!(hours > 0)) {
      throw new IllegalArgumentException("Invalid hours: " + hours + " (must be > 0)");
    }
    if (!(matching >= 0 && matching <= 1)) {
      throw new IllegalArgumentException("Invalid matching: " + matching + " (must be 0..1)");
    }
  }

  long spanMillis() {
    return Math.max(1, Math.round(hours * 3_600_000));
  }
}
