package dev.highwater.bench;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Events at a steady rate by the clock of the machine: the same ones each time. A first part of
 * them, while the JVM warms up, fills an hour of event time; the rest begins twenty seconds before
 * the run that searches this hour, in real time.
 *
 * <p>What the clock said is kept in the class, as source and sink are in one JVM.
 */
final class PacedEvents implements GeneratorFunction<Long, RawEvent> {

  private static final long serialVersionUID = 1L;

  private static final EventOrigin ORIGIN =
      new EventOrigin(
          "generated", "bench", "Syslog:Linux-Sysmon/Operational", "sysmon:linux", "main");
  private static final long HOUR_START = Instant.parse("2026-03-01T09:50:00Z").toEpochMilli();
  private static final long REAL_START = Instant.parse("2026-03-01T10:59:40Z").toEpochMilli();
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long NANOS = 1_000_000_000L;

  /** Set by the program before the job starts. */
  private static List<EventTemplate> ordinary = List.of();

  private static List<EventTemplate> matching = List.of();
  private static volatile long startNanos;
  private static volatile long measuredCpuNanos;
  private static volatile long endNanos;
  private static volatile long mostBehindNanos;

  private final int rate;
  private final long warmUp;
  private final long count;
  private final int everyMatching;
  private final boolean isPaced;

  /**
   * @param rate events a second
   * @param warmUp how many of them are not measured
   * @param everyMatching one of so many events matches
   * @param isPaced whether the rate is kept; else they come as fast as can be
   */
  PacedEvents(int rate, long warmUp, long count, int everyMatching, boolean isPaced) {
    this.rate = rate;
    this.warmUp = warmUp;
    this.count = count;
    this.everyMatching = everyMatching;
    this.isPaced = isPaced;
  }

  static void use(List<EventTemplate> ordinaryEvents, List<EventTemplate> matchingEvents) {
    ordinary = List.copyOf(ordinaryEvents);
    matching = List.copyOf(matchingEvents);
  }

  @Override
  public RawEvent map(Long number) {
    if (number == 0) {
      startNanos = System.nanoTime();
      mostBehindNanos = 0;
    }
    if (isPaced) {
      await(number);
    }
    if (number == warmUp) {
      measuredCpuNanos = cpuNanos();
    } else if (number == count - 1) {
      endNanos = System.nanoTime();
      measuredCpuNanos = cpuNanos() - measuredCpuNanos;
    }
    byte[] text = template(number).at(timeOf(number), number);
    return new RawEvent(ORIGIN, number, text, 0, text.length, RawEvent.NO_TIME);
  }

  private void await(long number) {
    long due = dueNanos(number, rate);
    long ahead = due - System.nanoTime();
    if (number >= warmUp) {
      mostBehindNanos = Math.max(mostBehindNanos, -ahead);
    }
    while (ahead > 0) {
      LockSupport.parkNanos(ahead);
      ahead = due - System.nanoTime();
    }
  }

  private EventTemplate template(long number) {
    return number % everyMatching == 0
        ? matching.get((int) (number / everyMatching % matching.size()))
        : ordinary.get((int) (number % ordinary.size()));
  }

  private long timeOf(long number) {
    return number < warmUp
        ? HOUR_START + number * HOUR_MILLIS / warmUp
        : REAL_START + (number - warmUp) * 1000 / rate;
  }

  /** When an event is to come, by {@link System#nanoTime}. */
  static long dueNanos(long number, int rate) {
    return startNanos + number * NANOS / rate;
  }

  /** How late the source was at the most with an event that is measured. */
  static double mostBehindMillis() {
    return mostBehindNanos / 1e6;
  }

  /** Events a second, from the first one that is measured to the last. */
  static double measuredRate(long warmUp, long count, int rate) {
    return (count - warmUp) / ((endNanos - dueNanos(warmUp, rate)) / 1e9);
  }

  /** CPU seconds of the process for each second of the measurement. */
  static double measuredCores(long warmUp, int rate) {
    return (double) measuredCpuNanos / (endNanos - dueNanos(warmUp, rate));
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
