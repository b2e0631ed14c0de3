package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.EventClock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The events of a set of records that any detection wants, and when they came; of all others only
 * how far they brought the stream. Not safe for use by several threads.
 */
public final class IndexedEvents {

  private static final long MINUTE_MILLIS = 60_000;

  private final DetectionSet detections;
  private final Ledger ledger = new Ledger();
  private final List<Arrived> groups = new ArrayList<>();
  private final List<ArrivedRisk> risk = new ArrayList<>();
  private final long disorderMillis;
  private final TreeMap<Long, Long> firstIndexByMinute = new TreeMap<>();
  private long lastIndexMillis = Long.MIN_VALUE;

  /** A group that one event adds to. */
  record Arrived(RoutedGroup group, long indexMillis) {

    EventPosition position() {
      return Objects.requireNonNull(group.position());
    }
  }

  /** A risk event of the input. */
  record ArrivedRisk(RiskRecord risk, long indexMillis) {}

  private IndexedEvents(DetectionSet detections, long disorderMillis) {
    this.detections = detections;
    this.disorderMillis = disorderMillis;
  }

  /**
   * Reads all records.
   *
   * @param disorderMillis how long a stream would wait for what comes in disorder (S-1400)
   */
  public static IndexedEvents read(
      DetectionSet detections, Iterator<IndexedRecord> records, long disorderMillis) {
    IndexedEvents events = new IndexedEvents(detections, disorderMillis);
    DetectionRouter router = new DetectionRouter(detections, events.ledger);
    RecordTimes times = new RecordTimes(detections.knowledge().addOns());
    while (records.hasNext()) {
      events.read(records.next(), times, router);
    }
    router.settle();
    return events;
  }

  private void read(IndexedRecord record, RecordTimes times, DetectionRouter router) {
    ledger.add(Ledger.INPUT, Counter.READ, 1);
    long time = times.timeOf(record.raw());
    RawEvent kept = times.indexed(record.raw());
    boolean isFaulty = RecordTimes.fault(record.raw(), time) != null;
    if (kept == null || isFaulty) {
      ledger.add(Ledger.INPUT, kept == null ? Counter.OUTSIDE : Counter.UNPARSABLE, 1);
      return;
    }
    long index = record.indexMillis();
    firstIndexByMinute.merge(Math.floorDiv(time - disorderMillis, MINUTE_MILLIS), index, Math::min);
    lastIndexMillis = Math.max(lastIndexMillis, index);
    // As any of them may be late, all say where they stand.
    router.route(kept, time, Long.MAX_VALUE, group -> groups.add(new Arrived(group, index)));
    if (RiskRecord.isRisk(kept)) {
      risk.add(new ArrivedRisk(RiskRecord.ofInput(kept, time), index));
    }
  }

  /** Those that the events were taken to. */
  public DetectionSet detections() {
    return detections;
  }

  public Ledger ledger() {
    return ledger;
  }

  List<Arrived> groups() {
    return groups;
  }

  List<ArrivedRisk> risk() {
    return risk;
  }

  /** The events of a detection, each once, in the order of their records. */
  List<Arrived> eventsOf(String detection) {
    Map<EventPosition, Arrived> events = new LinkedHashMap<>();
    for (Arrived each : groups) {
      if (each.group().detection().equals(detection)) {
        events.putIfAbsent(each.position(), each);
      }
    }
    return List.copyOf(events.values());
  }

  /** When the stream has passed each minute; its end is when the last record has come. */
  StreamProgress progress() {
    TreeMap<Long, Long> passed = new TreeMap<>();
    long first = Long.MAX_VALUE;
    for (Map.Entry<Long, Long> minute : firstIndexByMinute.descendingMap().entrySet()) {
      first = Math.min(first, minute.getValue());
      passed.put(minute.getKey() * MINUTE_MILLIS, first);
    }
    return new StreamProgress(
        passed, lastIndexMillis == Long.MIN_VALUE ? EventClock.NOT_STARTED : lastIndexMillis);
  }
}
