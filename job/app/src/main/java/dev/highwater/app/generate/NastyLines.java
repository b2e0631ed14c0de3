package dev.highwater.app.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines that programs get wrong: events at the borders of hourly windows, repeated events, paths
 * that nearly match, fields that are missing, and lines that are no event at all.
 */
final class NastyLines {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final String SYSTEM = "/etc/systemd/system/";

  private final SysmonLinuxOptions options;
  private final SeededRandom random;
  private final SysmonEvents events;
  private final List<LinuxHost> hosts;
  private final List<TimedLine> lines = new ArrayList<>();

  NastyLines(
      SysmonLinuxOptions options, SeededRandom random, SysmonEvents events, List<LinuxHost> hosts) {
    this.options = options;
    this.random = random;
    this.events = events;
    this.hosts = hosts;
  }

  /** All lines, by arrival. */
  List<TimedLine> inOrder() {
    addServiceStates();
    addWindowBorders();
    addRepetitions();
    addPaths();
    addIncompleteEvents();
    addBrokenLines();
    addUnusualTimes();
    if (options.huge()) {
      addHugeLines();
    }
    lines.sort(Comparator.comparingLong(TimedLine::arrivalMillis));
    return lines;
  }

  private void addServiceStates() {
    for (LinuxHost host : hosts) {
      add(at(0), events.serviceState(at(0), host));
    }
  }

  /** Windows of an hourly search that looks back from ten minutes ago end at minute 50. */
  private void addWindowBorders() {
    long firstBorder = at(0) - Math.floorMod(at(0), HOUR_MILLIS) + 50 * MINUTE_MILLIS;
    for (long border = firstBorder; border < end(); border += HOUR_MILLIS) {
      for (long offset : new long[] {-MINUTE_MILLIS, -1, 0, 1, HOUR_MILLIS - 1}) {
        if (border + offset >= at(0) && border + offset < end()) {
          addCreated(border + offset, "border-" + (border / HOUR_MILLIS % 24) + ".service");
        }
      }
    }
  }

  private void addRepetitions() {
    long first = at(random.below(20));
    String twice = events.fileCreate(first, hosts.get(0), SYSTEM + "repeated.service");
    add(first, twice);
    add(first, twice);
    add(first + MINUTE_MILLIS, twice);
    // The same group of one search, a few times in one window and again in the next one.
    String same = events.fileCreate(first, hosts.get(1), "/lib/systemd/system/same.service");
    String utcTime = time(first);
    for (long minutes : new long[] {1, 4, 9, 30, 75}) {
      long later = first + minutes * MINUTE_MILLIS;
      if (later < end()) {
        add(later, same.replaceFirst("UtcTime\">" + utcTime, "UtcTime\">" + time(later)));
      }
    }
  }

  private void addPaths() {
    for (String path : NastyPaths.CREATED) {
      long millis = at(random.below(minutes()));
      add(millis, events.fileCreate(millis, random.of(hosts), path));
    }
    for (String path : NastyPaths.DELETED) {
      long millis = at(random.below(minutes()));
      add(millis, events.fileDelete(millis, random.of(hosts), path));
    }
    long millis = at(random.below(minutes()));
    LinuxActivity.Program shell = LinuxActivity.PROGRAMS.get(0);
    String copy = "cp app.service " + SYSTEM + "app.service";
    add(millis, events.processCreate(millis, hosts.get(0), shell, copy));
    add(
        millis,
        events.fileCreate(millis, hosts.get(0), SYSTEM + "d/".repeat(2000) + "deep.service"));
  }

  private void addIncompleteEvents() {
    long millis = at(random.below(minutes()));
    addWithout(millis++, "no-creation-time", "<Data Name=\"CreationUtcTime\">[^<]*</Data>", "");
    addWithout(millis++, "dash-creation-time", "(CreationUtcTime\">)[^<]*", "$1-");
    addWithout(millis++, "no-guid", "<Data Name=\"ProcessGuid\">[^<]*</Data>", "");
    addWithout(millis++, "dash-guid", "(ProcessGuid\">)[^<]*", "$1-");
    addWithout(millis++, "no-computer", "<Computer>[^<]*</Computer>", "");
    addWithout(millis, "no-utc-time", "<Data Name=\"UtcTime\">[^<]*</Data>", "");
  }

  private void addWithout(long millis, String name, String pattern, String replacement) {
    String whole = events.fileCreate(millis, hosts.get(0), SYSTEM + name + ".service");
    add(millis, whole.replaceFirst(pattern, replacement));
  }

  private void addBrokenLines() {
    long millis = at(random.below(minutes()));
    String whole = events.fileCreate(millis, hosts.get(0), SYSTEM + "cut.service");
    add(millis, whole.substring(0, whole.length() - 30));
    add(millis, whole.substring(0, whole.indexOf("<Data Name=\"CreationUtcTime\">")));
    add(millis, whole.substring(0, whole.indexOf("cut.service") + 2));
    add(millis, whole.substring(0, 120));
    add(millis, whole.replace("cut.service", "raw&ampersand.service"));
    add(millis, whole.replace("cut.service", "n\u0000ul.service"));
    add(millis, whole + whole.replace("cut.service", "second-on-the-line.service"));
    for (String noEvent : new String[] {"", "   \t ", "not an event at all", "{\"json\": true}"}) {
      add(millis, noEvent);
    }
  }

  /** Clocks that run ahead, and an event that comes after the runs that should see it. */
  private void addUnusualTimes() {
    long middle = at(minutes() / 2);
    for (long minutesLate : new long[] {-30, 9, 11, 61}) {
      long arrival = middle + minutesLate * MINUTE_MILLIS;
      String path = SYSTEM + (minutesLate < 0 ? "ahead" : "late-" + minutesLate) + ".service";
      add(arrival, events.fileCreate(middle, hosts.get(2), path));
    }
  }

  private void addHugeLines() {
    long millis = at(random.below(minutes()));
    String megabyte = "x".repeat(1 << 20);
    addCreated(millis, megabyte + ".service");
    LinuxActivity.Program shell = LinuxActivity.PROGRAMS.get(0);
    add(millis, events.processCreate(millis, hosts.get(0), shell, "sh -c " + megabyte));
  }

  private void addCreated(long millis, String name) {
    add(millis, events.fileCreate(millis, hosts.get(0), SYSTEM + name));
  }

  private void add(long arrivalMillis, String line) {
    lines.add(new TimedLine(arrivalMillis, line));
  }

  private long at(int minute) {
    return options.startMillis() + minute * MINUTE_MILLIS;
  }

  private long end() {
    return options.startMillis() + options.spanMillis();
  }

  private int minutes() {
    return (int) Math.max(1, options.spanMillis() / MINUTE_MILLIS);
  }

  private static String time(long millis) {
    String line = new EventLine().time("UtcTime", millis).end();
    return line.substring(line.indexOf('>') + 1, line.indexOf("</Data>"));
  }
}
