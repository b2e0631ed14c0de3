package dev.highwater.flink.type;

import dev.highwater.engine.detect.ContentReport;
import dev.highwater.engine.detect.Counter;
import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.detect.Suppressor;
import dev.highwater.engine.detect.UnparsableEvent;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackLabels;
import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.DrilldownSearch;
import dev.highwater.engine.risk.Notable;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.Severity;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any values of the types that travel and lie in state. */
final class EngineValues {

  private EngineValues() {}

  /** Any UTF-16 units: other planes, control characters, surrogates without their other half. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(20),
        Arbitraries.strings().ascii().ofMaxLength(200),
        Arbitraries.of("", "\ud83d\ude00", "\ud83d", "\ude00x", "a\0b", "\u00e9\u4e2d"));
  }

  static Arbitrary<FieldValue> singles() {
    return Arbitraries.oneOf(
        texts().map(FieldValue::of),
        Arbitraries.doubles().map(FieldValue::of),
        Arbitraries.of(
            FieldValue.of(Double.NaN), FieldValue.of(-0.0), FieldValue.of(Double.MIN_VALUE)));
  }

  static Arbitrary<FieldValue> values() {
    return Arbitraries.oneOf(
        singles(), singles().list().ofMinSize(2).ofMaxSize(4).map(MultiValue::new));
  }

  static Arbitrary<List<@Nullable FieldValue>> partials() {
    return values().injectNull(0.3).list().ofMaxSize(4);
  }

  static Arbitrary<Row> rows() {
    return Combinators.combine(texts(), values())
        .as(Map::entry)
        .list()
        .ofMaxSize(4)
        .map(
            fields -> {
              Row row = new Row();
              fields.forEach(field -> row.set(field.getKey(), field.getValue()));
              return row;
            });
  }

  static Arbitrary<SearchWindow> windows() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
        .as(
            (time, one, other) ->
                new SearchWindow(time, Math.min(one, other), Math.max(one, other)));
  }

  static Arbitrary<GroupSlice> groupSlices() {
    return Combinators.combine(texts(), Arbitraries.integers(), Arbitraries.longs(), partials())
        .as(GroupSlice::new);
  }

  static Arbitrary<LookupTable> lookupTables() {
    return Combinators.combine(texts().list(), rows().list().ofMaxSize(5)).as(LookupTable::new);
  }

  static Arbitrary<RoutedGroup> routedGroups() {
    return Combinators.combine(
            texts(),
            texts(),
            Arbitraries.integers(),
            Arbitraries.integers().between(0, 100).list().ofMaxSize(5),
            Arbitraries.longs(),
            Arbitraries.longs(),
            partials(),
            partials())
        .flatAs(
            (detection, scope, scan, partitionKey, time, slice, key, partials) ->
                positions()
                    .injectNull(0.5)
                    .map(
                        position ->
                            new RoutedGroup(
                                detection,
                                scope,
                                scan,
                                partitionKey,
                                time,
                                slice,
                                key,
                                partials,
                                position)));
  }

  static Arbitrary<Suppressor> suppressors() {
    return Combinators.combine(texts(), texts(), Arbitraries.longs(), Arbitraries.longs())
        .as(Suppressor::new);
  }

  private static Arbitrary<EventPosition> positions() {
    return Combinators.combine(texts(), Arbitraries.longs()).as(EventPosition::new);
  }

  static Arbitrary<Finding> findings() {
    return Combinators.combine(
            texts(),
            Arbitraries.of(Finding.Status.class),
            Arbitraries.integers().greaterOrEqual(0),
            texts(),
            texts(),
            Arbitraries.integers(),
            windows(),
            rows())
        .as(
            (id, status, revision, name, detection, version, window, row) ->
                new Finding(id, status, revision, name, detection, version, "TTP", window, row));
  }

  static Arbitrary<RiskEvent> riskEvents() {
    return Combinators.combine(
            findings(),
            texts(),
            Arbitraries.of(RiskObjectType.class),
            texts().list().ofMaxSize(3),
            Arbitraries.longs(),
            Arbitraries.integers())
        .as(
            (finding, text, type, texts, time, score) ->
                new RiskEvent(
                    text,
                    finding.findingId(),
                    finding.status(),
                    finding.revision(),
                    time,
                    text,
                    text,
                    text,
                    type,
                    text,
                    new CalculatedScore(score, time, score, texts, texts),
                    text,
                    texts,
                    texts,
                    annotations(texts),
                    text,
                    finding.window().earliestMillis(),
                    finding.window().latestMillis(),
                    finding.window().scheduledMillis(),
                    finding.row()));
  }

  private static Annotations annotations(List<String> texts) {
    return new Annotations(
        Map.of("mitre_attack", texts, "cve", texts), new AttackLabels(texts, texts, texts));
  }

  static Arbitrary<Notable> notables() {
    return Combinators.combine(
            findings(),
            texts(),
            Arbitraries.of(Severity.class),
            texts().list().ofMaxSize(3),
            Arbitraries.longs())
        .as(
            (finding, text, severity, texts, time) ->
                new Notable(
                    text,
                    finding.findingId(),
                    finding.status(),
                    finding.revision(),
                    time,
                    text,
                    text,
                    text,
                    text,
                    severity,
                    severity,
                    List.of(new DrilldownSearch(text, text, text, text)),
                    texts.stream()
                        .map(name -> new Notable.NotableEntity(name, text, severity))
                        .toList(),
                    annotations(texts),
                    finding.window().earliestMillis(),
                    finding.window().latestMillis(),
                    finding.row()));
  }

  static Arbitrary<Ledger> ledgers() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(5),
            Arbitraries.of(Counter.class),
            Arbitraries.longs())
        .as(
            (detection, counter, number) -> {
              Ledger ledger = new Ledger();
              ledger.add(detection, counter, number);
              return ledger;
            })
        .list()
        .ofMaxSize(5)
        .map(
            parts -> {
              Ledger sum = new Ledger();
              parts.forEach(sum::addAll);
              return sum;
            });
  }

  /** Outcomes that tell by {@code equals} what they hold. */
  private static Arbitrary<ContentReport> contentReports() {
    Arbitrary<List<String>> lists = texts().list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(ContentReport.Status.class),
            texts(),
            Arbitraries.longs(),
            lists.list().ofSize(5))
        .as(
            (status, text, number, all) ->
                new ContentReport(
                    status,
                    text,
                    text + "id",
                    (int) (number % 1000),
                    number,
                    all.get(0),
                    all.get(1),
                    all.get(2),
                    all.get(3),
                    all.get(4)));
  }

  static Arbitrary<Outcome> outcomes() {
    return Arbitraries.oneOf(
        findings().map(Outcome.Found::new),
        riskEvents().map(Outcome.Raised::new),
        notables().map(Outcome.Notified::new),
        Combinators.combine(texts(), windows(), texts()).as(Outcome.Failed::new),
        Combinators.combine(texts(), windows(), texts()).as(Outcome.Noted::new),
        Combinators.combine(
                positions(),
                Arbitraries.longs(),
                texts(),
                windows(),
                Arbitraries.longs(),
                Arbitraries.of(true, false))
            .as(Outcome.Late::new),
        Combinators.combine(positions(), Arbitraries.longs(), Arbitraries.longs())
            .as(Outcome.Future::new),
        findings().map(Outcome.Early::new),
        contentReports().map(Outcome.Revised::new),
        Combinators.combine(texts(), positions(), texts()).as(Outcome.Fault::new),
        Combinators.combine(texts(), Arbitraries.integers(), texts()).as(Outcome.Quarantined::new),
        Combinators.combine(findings(), suppressors()).as(Outcome.Suppressed::new),
        Combinators.combine(texts(), lookupTables()).as(Outcome.Kept::new),
        Combinators.combine(
                Arbitraries.of(UnparsableEvent.Reason.class),
                texts(),
                Arbitraries.longs(),
                Arbitraries.integers())
            .as(
                (reason, text, offset, length) ->
                    new Outcome.Unparsable(
                        new UnparsableEvent(reason, text, text, text, offset, length, text))));
  }
}
