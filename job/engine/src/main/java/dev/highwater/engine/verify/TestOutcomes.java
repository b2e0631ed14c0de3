package dev.highwater.engine.verify;

import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the searches of a pass gave, by the ids of the searches. */
public final class TestOutcomes {

  private final Map<String, List<Finding>> findings = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();
  private final Map<String, List<String>> notes = new HashMap<>();
  private final Map<String, Map<Long, Set<EventPosition>>> late = new HashMap<>();
  private final Map<String, LookupTable> lookups = new HashMap<>();
  private final Ledger ledger = new Ledger();

  /** Takes one outcome; those of a search come in the order of its rows. */
  public void add(Outcome outcome) {
    if (outcome instanceof Outcome.Found found) {
      findings
          .computeIfAbsent(found.finding().detectionId(), id -> new ArrayList<>())
          .add(found.finding());
    } else if (outcome instanceof Outcome.Failed failed) {
      failures.putIfAbsent(failed.detection(), failed.reason());
    } else if (outcome instanceof Outcome.Noted noted) {
      notes.computeIfAbsent(noted.detection(), id -> new ArrayList<>()).add(noted.message());
    } else if (outcome instanceof Outcome.Late missed) {
      late.computeIfAbsent(missed.detection(), id -> new TreeMap<>())
          .computeIfAbsent(missed.window().scheduledMillis(), time -> new HashSet<>())
          .add(missed.position());
    } else if (outcome instanceof Outcome.Kept kept) {
      lookups.put(kept.lookup(), kept.contents());
    } else if (outcome instanceof Outcome.Counted counted) {
      ledger.addAll(counted.ledger());
    }
  }

  /** In the order of the search. */
  List<Finding> findings(String search) {
    return findings.getOrDefault(search, List.of());
  }

  /** Why a run of the search failed; empty when none did. */
  Optional<String> failure(String search) {
    return Optional.ofNullable(failures.get(search));
  }

  /** What the search said about limits. */
  List<String> notes(String search) {
    return notes.getOrDefault(search, List.of());
  }

  /** How many events the search's runs have missed, by their scheduled times. */
  Map<Long, Long> late(String search) {
    Map<Long, Long> counts = new TreeMap<>();
    late.getOrDefault(search, Map.of())
        .forEach((scheduled, events) -> counts.put(scheduled, (long) events.size()));
    return counts;
  }

  /** What lookups hold that were written, by name. */
  Map<String, LookupTable> lookups() {
    return lookups;
  }

  Ledger ledger() {
    return ledger;
  }
}
