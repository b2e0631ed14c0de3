package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events that a finding comes of, found by reading the input again for its detection and its
 * run (S-1921). Not safe for use by several threads.
 */
public final class FindingEvents {

  private static final Comparator<EventPosition> ORDER =
      Comparator.comparing(EventPosition::input).thenComparingLong(EventPosition::offset);

  private final RunningDetection detection;
  private final ScheduledSearch search;
  private final long scheduledMillis;
  private final int most;
  private final Map<String, Map<Key, Part>> partitions = new LinkedHashMap<>();

  /** What one scan stores under one key. */
  private record Key(int scan, List<@Nullable FieldValue> values) {}

  /** What is stored, and the first of the events that it comes of. */
  private record Part(
      Map<GroupSlice, List<@Nullable FieldValue>> stored, TreeMap<EventPosition, RawEvent> events) {

    private Part() {
      this(new HashMap<>(), new TreeMap<>(ORDER));
    }
  }

  /**
   * What was found.
   *
   * @param isReproduced whether the run finds the finding again
   * @param isExact whether each of the events alone is behind the finding; else they are all that
   *     was searched for it
   * @param events the first ones, by input and offset
   */
  public record Sources(boolean isReproduced, boolean isExact, List<RawEvent> events) {

    public Sources {
      events = List.copyOf(events);
    }
  }

  /**
   * @param scheduledMillis of the finding's run
   * @param most how many events are wanted
   */
  public FindingEvents(RunningDetection detection, long scheduledMillis, int most) {
    this.detection = detection;
    this.search = new ScheduledSearch(detection);
    this.scheduledMillis = scheduledMillis;
    this.most = most;
  }

  /** Reads the input of which the finding came. */
  public void read(DetectionSet detections, Iterator<RawEvent> records) {
    DetectionRouter router = new DetectionRouter(detections, new Ledger());
    RecordTimes times = new RecordTimes(detections.knowledge().addOns());
    while (records.hasNext()) {
      RawEvent raw = records.next();
      long time = times.timeOf(raw);
      RawEvent kept = times.indexed(raw);
      if (kept != null && RecordTimes.fault(raw, time) == null) {
        router.route(kept, time, group -> store(group, kept));
      }
    }
  }

  private void store(RoutedGroup group, RawEvent raw) {
    SearchWindow window = detection.scanSchedules().get(group.scan()).windowAt(scheduledMillis);
    if (!group.detection().equals(detection.key()) || !window.contains(group.timeMillis())) {
      return;
    }
    Part part =
        partitions
            .computeIfAbsent(group.partition(), name -> new LinkedHashMap<>())
            .computeIfAbsent(new Key(group.scan(), group.key()), key -> new Part());
    part.stored()
        .merge(
            group.slice(),
            group.partials(),
            (left, right) -> search.merge(group.scan(), left, right));
    part.events().put(EventPosition.of(raw), raw);
    if (part.events().size() > most) {
      part.events().pollLastEntry();
    }
  }

  /** The events behind a finding. */
  public Sources of(String findingId) {
    for (Map<Key, Part> partition : partitions.values()) {
      if (finds(partition.values(), findingId)) {
        List<Part> alone =
            partition.values().stream().filter(each -> finds(List.of(each), findingId)).toList();
        boolean isExact = !alone.isEmpty();
        return new Sources(true, isExact, first(isExact ? alone : partition.values()));
      }
    }
    return new Sources(false, false, List.of());
  }

  private boolean finds(Collection<Part> parts, String findingId) {
    Map<GroupSlice, List<@Nullable FieldValue>> stored = new HashMap<>();
    parts.forEach(part -> stored.putAll(part.stored()));
    return search
        .run(scheduledMillis, StoredGroups.of(stored.entrySet()), name -> null)
        .findings()
        .stream()
        .anyMatch(finding -> finding.findingId().equals(findingId));
  }

  private List<RawEvent> first(Collection<Part> parts) {
    TreeMap<EventPosition, RawEvent> events = new TreeMap<>(ORDER);
    parts.forEach(part -> events.putAll(part.events()));
    return new ArrayList<>(events.values()).subList(0, Math.min(most, events.size()));
  }
}
