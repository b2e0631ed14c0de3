package dev.highwater.app.risk;

import java.time.Instant;
import java.util.List;

/**
 * The risk of one entity.
 *
 * @param score sum of the calculated scores
 * @param sources names of the searches behind it, sorted
 * @param tactics short names of ATT&amp;CK tactics, sorted
 * @param notables how many notables name it
 * @param last time of the last risk event
 * @param overTime scores in equal parts of the time of all risk events
 */
record EntityRisk(
    String name,
    String type,
    double score,
    int events,
    List<String> sources,
    List<String> tactics,
    long notables,
    Instant last,
    List<Double> overTime) {

  EntityRisk {
    sources = List.copyOf(sources);
    tactics = List.copyOf(tactics);
    overTime = List.copyOf(overTime);
  }
}
