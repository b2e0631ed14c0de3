package dev.highwater.app.savepoint;

import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a job has told, a line each: kind, search, id, status, revision and what it says, with tabs
 * between them, in a form that no later version of the output files changes.
 */
final class ToldLines {

  /** What is stored at a time hangs on when runs are done. */
  private static final Set<Counter> STORAGE = Set.of(Counter.STORED_SLICES, Counter.STORED_BYTES);

  private final List<String> lines = new ArrayList<>();
  private final Ledger ledger = new Ledger();

  private ToldLines() {}

  /** In order; counts come last. */
  static List<String> of(List<Outcome> outcomes) {
    ToldLines told = new ToldLines();
    outcomes.forEach(told::add);
    Collections.sort(told.lines);
    told.addCounts();
    return told.lines;
  }

  private void add(Outcome outcome) {
    if (outcome instanceof Outcome.Found found) {
      add("found", found.finding());
    } else if (outcome instanceof Outcome.Early early) {
      add("early", early.finding());
    } else if (outcome instanceof Outcome.Suppressed suppressed) {
      add("suppressed", suppressed.finding());
    } else if (outcome instanceof Outcome.Raised raised) {
      add(raised.event());
    } else if (outcome instanceof Outcome.Notified notified) {
      add(notified.notable());
    } else if (outcome instanceof Outcome.Late late) {
      String place = late.position().input() + ":" + late.position().offset();
      add(
          "late",
          late.detection(),
          place,
          late.isAmended(),
          0,
          time(late.window().scheduledMillis()));
    } else if (outcome instanceof Outcome.Kept kept) {
      kept.contents().rows().forEach(row -> add("kept", kept.lookup(), "", "", 0, text(row)));
    } else if (outcome instanceof Outcome.Counted counted) {
      ledger.addAll(counted.ledger());
    } else {
      throw new IllegalStateException("not expected of this log: " + outcome);
    }
  }

  private void addCounts() {
    Ledger counts = ledger.without(STORAGE);
    for (String detection : counts.counted()) {
      for (Counter counter : Counter.values()) {
        long number = counts.count(detection, counter);
        if (number != 0) {
          add("count", detection, counter.name(), "", 0, Long.toString(number));
        }
      }
    }
  }

  private void add(String kind, Finding finding) {
    add(
        kind,
        finding.detectionId(),
        finding.findingId(),
        finding.status(),
        finding.revision(),
        time(finding.window().scheduledMillis()) + text(finding.row()));
  }

  private void add(RiskEvent event) {
    String score = event.riskObject() + ' ' + event.score().base() + ' ' + event.riskMessage();
    add(
        "raised",
        event.searchName(),
        event.riskEventId(),
        event.status(),
        event.revision(),
        score + text(event.row()));
  }

  private void add(Notable notable) {
    add(
        "notified",
        notable.searchName(),
        notable.notableId(),
        notable.status(),
        notable.revision(),
        notable.title() + text(notable.row()));
  }

  private void add(
      String kind, String search, String id, Object status, int revision, String text) {
    lines.add("%s\t%s\t%s\t%s\t%d\t%s".formatted(kind, search, id, status, revision, text));
  }

  private static String time(long millis) {
    return Long.toString(millis);
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (String name : row.names()) {
      FieldValue value = Objects.requireNonNull(row.get(name));
      text.append(' ').append(name).append('=').append(value.text().replace('\n', ','));
    }
    return text.toString();
  }
}
