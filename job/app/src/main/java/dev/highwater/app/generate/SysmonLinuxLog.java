package dev.highwater.app.generate;

import dev.highwater.app.generate.LinuxActivity.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes a Sysmon for Linux log: the ordinary work of a few servers, service files, and on request
 * lines that are hard to get right. Lines stand in the order of arrival, up to half a minute after
 * their event.
 */
final class SysmonLinuxLog {
  private static final int HOSTS = 5;
  private static final int SKEW_MILLIS = 30_000;
  private static final double LATE_SHARE = 0.002;
  private static final int LATE_LEAST_MILLIS = 3_600_000;
  private static final int LATE_MOST_MILLIS = 5_400_000;

  private final SysmonLinuxOptions options;
  private final SeededRandom random;
  private final SysmonEvents events;
  private final List<LinuxHost> hosts = LinuxHost.fleet(HOSTS);

  SysmonLinuxLog(SysmonLinuxOptions options) {
    this.options = options;
    this.random = new SeededRandom(options.seed());
    this.events = new SysmonEvents(random);
  }

  /** Writes the whole log; the same options give the same bytes. */
  void writeTo(OutputStream out) throws IOException {
    Deque<TimedLine> special = new ArrayDeque<>(specialLines());
    for (long number = 0; number < options.events(); number++) {
      long arrivalMillis = options.startMillis() + arrivalOffsetMillis(number);
      while (!special.isEmpty() && special.peek().arrivalMillis() <= arrivalMillis) {
        write(out, special.remove().line());
      }
      write(out, background(eventMillis(arrivalMillis)));
    }
    for (TimedLine line : special) {
      write(out, line.line());
    }
  }

  private List<TimedLine> specialLines() {
    return options.nasty() ? new NastyLines(options, random, events, hosts).inOrder() : List.of();
  }

  private long arrivalOffsetMillis(long number) {
    return (long) ((double) number / options.events() * options.spanMillis());
  }

  private long eventMillis(long arrivalMillis) {
    boolean late = options.nasty() && random.happens(LATE_SHARE);
    int delay =
        late ? random.between(LATE_LEAST_MILLIS, LATE_MOST_MILLIS) : random.below(SKEW_MILLIS);
    return Math.max(options.startMillis(), arrivalMillis - delay);
  }

  private String background(long millis) {
    LinuxHost host = random.of(hosts);
    if (options.matching() > 0 && random.happens(options.matching())) {
      return events.fileCreate(millis, host, servicePath());
    }
    Program program = random.of(LinuxActivity.PROGRAMS);
    int kind = random.below(100);
    if (kind < 50) {
      return events.processCreate(millis, host, program, program.commandLine());
    } else if (kind < 68) {
      return events.processEnd(millis, host, program);
    } else if (kind < 84) {
      return events.fileCreate(millis, host, passingPath());
    } else if (kind < 92) {
      return events.fileDelete(millis, host, passingPath());
    }
    return kind < 99
        ? events.networkConnect(millis, host, program)
        : events.rawAccess(millis, host);
  }

  private String servicePath() {
    return random.of(LinuxActivity.SYSTEMD_FOLDERS)
        + random.of(LinuxActivity.UNIT_NAMES)
        + ".service";
  }

  private String passingPath() {
    return random.of(LinuxActivity.PASSING_FILES) + Integer.toHexString(random.below(1 << 30));
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
