package dev.highwater.app.risk;

import static dev.highwater.app.risk.ResultFiles.text;
import static dev.highwater.app.risk.ResultFiles.texts;

import dev.highwater.engine.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The entities of a replay by their risk. */
final class RiskBoard {

  private final List<EntityRisk> entities;
  private final Instant first;
  private final Instant last;

  private RiskBoard(List<EntityRisk> entities, Instant first, Instant last) {
    this.entities = entities;
    this.first = first;
    this.last = last;
  }

  /** A risk event, as far as it counts here. */
  private record Event(
      String id,
      long revision,
      boolean isWithdrawn,
      String name,
      String type,
      Instant time,
      double score,
      String source,
      List<String> tactics) {

    static Event of(Json.Members line) {
      String normalized = text(line, "normalized_risk_object");
      String calculated = text(line, "calculated_risk_score");
      return new Event(
          text(line, "risk_event_id"),
          Long.parseLong(text(line, "revision")),
          text(line, "status").equals("withdrawn"),
          normalized.isEmpty() ? text(line, "risk_object") : normalized,
          text(line, "risk_object_type"),
          Instant.parse(text(line, "_time")),
          Double.parseDouble(calculated.isEmpty() ? text(line, "risk_score") : calculated),
          text(line, "search_name"),
          texts(line, "annotations.mitre_attack.mitre_tactic"));
    }
  }

  /**
   * Reads the risk events and notables of a directory. Of several revisions of an event the last
   * one counts.
   *
   * @param buckets into how many parts the time is divided
   * @throws IOException when they cannot be read
   */
  static RiskBoard read(Path directory, int buckets) throws IOException {
    Map<String, Event> events = new HashMap<>();
    ResultFiles.forEach(
        directory,
        "risk",
        line -> {
          Event event = Event.of(line);
          events.merge(
              event.id(), event, (old, other) -> other.revision() > old.revision() ? other : old);
        });
    events.values().removeIf(Event::isWithdrawn);
    Map<String, Long> notables = new HashMap<>();
    Set<String> told = new HashSet<>();
    ResultFiles.forEach(
        directory,
        "notables",
        line -> {
          // Runs over one window say the same notable each (S-1963).
          if (told.add(text(line, "notable_id"))) {
            count(line, notables);
          }
        });
    return of(events.values().stream().toList(), notables, buckets);
  }

  private static void count(Json.Members notable, Map<String, Long> notables) {
    if (notable.byName().get("entities") instanceof Json.Items entities) {
      for (Json entity : entities.list()) {
        if (entity instanceof Json.Members members) {
          notables.merge(text(members, "entity").toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
      }
    }
  }

  private static RiskBoard of(List<Event> events, Map<String, Long> notables, int buckets) {
    Instant first = events.stream().map(Event::time).min(Instant::compareTo).orElse(Instant.EPOCH);
    Instant last = events.stream().map(Event::time).max(Instant::compareTo).orElse(first);
    Map<List<String>, List<Event>> byEntity = new TreeMap<>(Comparator.comparing(List::toString));
    for (Event event : events) {
      byEntity
          .computeIfAbsent(List.of(event.name(), event.type()), key -> new ArrayList<>())
          .add(event);
    }
    List<EntityRisk> entities = new ArrayList<>();
    byEntity.forEach((key, own) -> entities.add(entity(key, own, notables, first, last, buckets)));
    entities.sort(
        Comparator.comparingDouble(EntityRisk::score)
            .reversed()
            .thenComparing(EntityRisk::name)
            .thenComparing(EntityRisk::type));
    return new RiskBoard(entities, first, last);
  }

  private static EntityRisk entity(
      List<String> key,
      List<Event> events,
      Map<String, Long> notables,
      Instant first,
      Instant last,
      int buckets) {
    double[] overTime = new double[buckets];
    double score = 0;
    TreeSet<String> sources = new TreeSet<>();
    TreeSet<String> tactics = new TreeSet<>();
    Instant latest = first;
    long span = last.toEpochMilli() - first.toEpochMilli() + 1;
    for (Event event : events) {
      long at = event.time().toEpochMilli() - first.toEpochMilli();
      overTime[(int) (at * buckets / span)] += event.score();
      score += event.score();
      sources.add(event.source());
      tactics.addAll(event.tactics());
      latest = event.time().isAfter(latest) ? event.time() : latest;
    }
    List<Double> parts = new ArrayList<>();
    for (double part : overTime) {
      parts.add(part);
    }
    return new EntityRisk(
        key.get(0),
        key.get(1),
        score,
        events.size(),
        List.copyOf(sources),
        List.copyOf(tactics),
        notables.getOrDefault(key.get(0).toLowerCase(Locale.ROOT), 0L),
        latest,
        parts);
  }

  /** The highest risk first. */
  List<EntityRisk> entities() {
    return entities;
  }

  /** Time of the first risk event; the epoch without events. */
  Instant first() {
    return first;
  }

  Instant last() {
    return last;
  }
}
