package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.spl.SplSources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Sigma rules, converted to SPL, over their events as XML: against an independent evaluator. It
 * decodes XML entities, which add-ons do not, so that its events are given decoded.
 */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class SigmaConformanceTest {

  private static final String FOLDER = "conformance/sigma/";

  /** Of each rule the events that it matched. */
  private static final Map<String, Set<String>> MATCHED = new TreeMap<>();

  private static final List<Map<String, Object>> RULES = new ArrayList<>();

  /** All rules over all events; the time of an event is its number, which tells it apart. */
  @BeforeAll
  static void runsAllRules() {
    List<String> ids = new ArrayList<>();
    List<RawEvent> events = new ArrayList<>();
    for (Map<String, Object> rule : SharedData.objects(FOLDER + "cases.jsonl.gz")) {
      if (rule.containsKey("spl") && !SharedData.text(rule, "spl_malformed").equals("true")) {
        RULES.add(rule);
      }
      for (Object event : (List<?>) Objects.requireNonNull(rule.get("events"))) {
        events.add(event((Map<?, ?>) event, ids.size()));
        ids.add(String.valueOf(((Map<?, ?>) event).get("event_id")));
      }
    }
    ReferenceReplay.Result result =
        ReferenceReplay.replay(DetectionSet.compile(searches(), ZoneOffset.UTC), events.iterator());
    RULES.forEach(rule -> MATCHED.put(SharedData.text(rule, "rule_id"), new TreeSet<>()));
    for (Finding finding : result.findings()) {
      double time = Double.parseDouble(Objects.requireNonNull(finding.row().get("_time")).text());
      Objects.requireNonNull(MATCHED.get(finding.detectionId())).add(ids.get((int) time));
    }
  }

  private static RawEvent event(Map<?, ?> event, int number) {
    EventOrigin origin =
        new EventOrigin(
            "in",
            "h",
            String.valueOf(event.get("source")),
            String.valueOf(event.get("sourcetype")),
            "");
    byte[] raw =
        String.valueOf(event.get("raw_xml")).replace("&amp;", "&").getBytes(StandardCharsets.UTF_8);
    return new RawEvent(origin, number, raw, 0, raw.length, number * 1000L);
  }

  private static ContentRevision searches() {
    AdHocPreparation preparation = new AdHocPreparation(ContentPack.builtIn(), ZoneOffset.UTC);
    ScheduleItem once =
        ScheduleItem.allTime(Instant.parse("2030-01-01T00:00:00Z").toEpochMilli(), ZoneOffset.UTC);
    return preparation.revision(
        RULES.stream()
            .map(
                rule ->
                    preparation.overEvents(
                        new AdHocSearch(
                            SharedData.text(rule, "rule_id"),
                            SharedData.text(rule, "title"),
                            SplSources.of(
                                "<spl>", SharedData.text(rule, "spl") + " | stats count by _time"),
                            once)))
            .toList());
  }

  @Test
  void everyRuleMatchesItsOwnEvents() {
    assertThat(RULES).hasSize(147);
    Map<String, String> missed = new TreeMap<>();
    for (Map<String, Object> rule : RULES) {
      String expected = expectedCount(rule);
      String id = SharedData.text(rule, "rule_id");
      long own =
          Objects.requireNonNull(MATCHED.get(id)).stream().filter(e -> e.startsWith(id)).count();
      if (own < (expected.isEmpty() ? 1 : Long.parseLong(expected))) {
        missed.put(SharedData.text(rule, "title"), own + " of " + expected);
      }
    }
    assertThat(missed).isEmpty();
  }

  /** The upstream count; where a note says that it needs other names of fields, the evaluator's. */
  private static String expectedCount(Map<String, Object> rule) {
    boolean needsOtherNames = SharedData.text(rule, "notes").contains("field names");
    return SharedData.text(
        rule, needsOtherNames ? "reference_matches_own_events" : "expected_match_count");
  }

  @Test
  void everyVerdictIsThatOfTheEvaluator() {
    Map<String, String> different = new HashMap<>();
    int verdicts = 0;
    int hits = 0;
    for (Map<String, Object> verdict : SharedData.objects(FOLDER + "matrix.jsonl.gz")) {
      String rule = SharedData.text(verdict, "rule_id");
      String event = SharedData.text(verdict, "event_id");
      Set<String> matched = MATCHED.get(rule);
      if (matched != null) {
        boolean expected = SharedData.text(verdict, "match").equals("true");
        verdicts++;
        hits += expected ? 1 : 0;
        if (matched.contains(event) != expected) {
          different.put(rule + " on " + event, "expected " + expected);
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(List.of(verdicts, hits)).isEqualTo(List.of(24_255, 180));
  }
}
