package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The two risk incident rules against sums over all events of a window. Rules S-706, S-707. */
class IncidentRulesPropertyTest {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long START = 1_772_323_200_000L;

  private static final DetectionSet RULES = rules();

  /** A risk event, its time in minutes from the start. */
  record Risk(int minute, String object, int score, List<String> tactics, String source) {

    RawEvent raw(int offset) {
      StringBuilder line = new StringBuilder("x, risk_object=\"" + object + "\"");
      line.append(", risk_object_type=\"system\", risk_score=\"").append(score).append('"');
      for (String tactic : tactics) {
        line.append(", annotations.mitre_attack.mitre_tactic_id=\"").append(tactic).append('"');
      }
      byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
      return new RawEvent(
          new EventOrigin("risk.log", "h", source, "stash", "risk"),
          offset,
          bytes,
          0,
          bytes.length,
          START + minute * MINUTE);
    }
  }

  private static DetectionSet rules() {
    ContentPack content = ContentReader.withIncidentRules(ContentPack.builtIn());
    DetectionPreparation preparation = new DetectionPreparation(content, ZoneOffset.UTC);
    return DetectionSet.compile(
        preparation.revision(
            preparation.prepare(
                content.detections().stream()
                    .filter(each -> each.appLabel().equals("Risk"))
                    .toList(),
                UnaryOperator.identity())),
        ZoneOffset.UTC);
  }

  @Provide
  Arbitrary<List<Risk>> events() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3 * 24 * 60),
                Arbitraries.of(49, 50, 51, 1490, 1491, 1500)),
            Arbitraries.of("Web-01", "web-01", "db"),
            Arbitraries.of(20, 33, 34, 50, 51),
            Arbitraries.of("TA0002", "TA0003", "TA0004", "TA0005").list().ofMaxSize(2),
            Arbitraries.of("A", "B", "C", "D", "E"))
        .as(Risk::new)
        .list()
        .ofMaxSize(14);
  }

  @Property(tries = 60)
  void findWhatAddsUp(@ForAll("events") List<Risk> events) {
    List<RawEvent> raw = new ArrayList<>();
    events.forEach(event -> raw.add(event.raw(raw.size())));

    Set<String> found = new TreeSet<>();
    for (Finding finding : ReferenceReplay.replay(RULES, raw.iterator()).findings()) {
      found.add(
          finding.detection().substring(0, 2)
              + " "
              + finding.window().scheduledMillis()
              + " "
              + text(finding, "normalized_risk_object")
              + " "
              + text(finding, "risk_score"));
    }
    assertThat(found).isEqualTo(expected(events));
  }

  @Example
  void aScoreOfAHundredIsNotEnough() {
    List<Risk> hundred =
        List.of(new Risk(5, "h", 50, List.of(), "A"), new Risk(6, "h", 50, List.of(), "B"));
    List<Risk> more =
        List.of(new Risk(5, "h", 50, List.of(), "A"), new Risk(6, "h", 51, List.of(), "A"));

    assertThat(expected(hundred)).isEmpty();
    findWhatAddsUp(hundred);
    assertThat(expected(more)).hasSize(24);
    findWhatAddsUp(more);
  }

  @Example
  void threeTacticsAndFourSourcesAreEnough() {
    List<Risk> enough =
        List.of(
            new Risk(5, "h", 1, List.of("TA0002", "TA0003"), "A"),
            new Risk(6, "h", 1, List.of("TA0004"), "B"),
            new Risk(7, "h", 1, List.of(), "C"),
            new Risk(8, "h", 1, List.of(), "D"));

    assertThat(expected(enough)).hasSize(7 * 24);
    findWhatAddsUp(enough);
    assertThat(expected(enough.subList(0, 3))).isEmpty();
    findWhatAddsUp(enough.subList(0, 3));
  }

  private static Set<String> expected(List<Risk> events) {
    Set<String> expected = new TreeSet<>();
    for (long run = START - HOUR; run < START + 12 * 24 * HOUR; run += HOUR) {
      for (String object : List.of("web-01", "db", "h")) {
        List<Risk> day = within(events, object, run - 1450 * MINUTE, run - 10 * MINUTE);
        List<Risk> week = within(events, object, run - 10090 * MINUTE, run - 10 * MINUTE);
        if (score(day) > 100) {
          expected.add("24 " + run + " " + object + " " + score(day));
        }
        long tactics = week.stream().flatMap(each -> each.tactics().stream()).distinct().count();
        if (tactics >= 3 && week.stream().map(Risk::source).distinct().count() >= 4) {
          expected.add("7  " + run + " " + object + " " + score(week));
        }
      }
    }
    return expected;
  }

  private static List<Risk> within(List<Risk> events, String object, long from, long to) {
    return events.stream()
        .filter(each -> each.object().equalsIgnoreCase(object))
        .filter(each -> START + each.minute() * MINUTE >= from)
        .filter(each -> START + each.minute() * MINUTE < to)
        .collect(Collectors.toList());
  }

  private static int score(List<Risk> events) {
    return events.stream().mapToInt(Risk::score).sum();
  }

  private static String text(Finding finding, String field) {
    FieldValue value = finding.row().get(field);
    return Objects.requireNonNull(value, field).text();
  }
}
