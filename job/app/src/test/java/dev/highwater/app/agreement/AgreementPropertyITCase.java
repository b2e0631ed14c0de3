package dev.highwater.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.connectors.RawEventTypeInfo;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.DetectionJob;
import dev.highwater.flink.JobContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Random searches over random events: the job, the engine alone and the plainest evaluator agree.
 */
class AgreementPropertyITCase {

  private static final EventOrigin ORIGIN =
      new EventOrigin("files.log", "h", "sysmon", "sysmon:linux", "main");
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** An event's fields; some lack some. */
  record Event(@Nullable String a, @Nullable String b, @Nullable Integer n) {

    Map<String, String> row() {
      Map<String, String> row = new LinkedHashMap<>();
      if (a != null) {
        row.put("a", a);
      }
      if (b != null) {
        row.put("b", b);
      }
      if (n != null) {
        row.put("n", "" + n);
      }
      return row;
    }

    RawEvent raw(int second) {
      StringBuilder text = new StringBuilder("<Event><EventData><Data Name=\"UtcTime\">");
      text.append(START.plusSeconds(second).toString().replace("T", " ").replace("Z", ".000"));
      text.append("</Data>");
      row()
          .forEach(
              (name, value) ->
                  text.append("<Data Name=\"" + name + "\">").append(value).append("</Data>"));
      return RawEvent.of(ORIGIN, second, text.append("</EventData></Event>").toString());
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.of("x", "y", "z", "X").injectNull(0.1),
            Arbitraries.of("p", "q", "r").injectNull(0.2),
            Arbitraries.integers().between(0, 20).injectNull(0.1))
        .as(Event::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<RandomSearch>> searches() {
    return RandomSearch.any().list().ofSize(50);
  }

  /** The reference against the evaluator: many events, many searches, no job. */
  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void theEngineAloneFindsWhatTheEvaluatorFinds(
      @ForAll("events") List<Event> events, @ForAll("searches") List<RandomSearch> searches) {
    assertAgrees(searches, events, reference(searches, events));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void jobsFindWhatTheEngineAloneFinds(
      @ForAll("events") List<Event> events, @ForAll("searches") List<RandomSearch> searches)
      throws Exception {
    List<Finding> expected = reference(searches, events);
    for (RuntimeExecutionMode mode :
        List.of(RuntimeExecutionMode.BATCH, RuntimeExecutionMode.STREAMING)) {
      for (int parallelism : List.of(1, 4)) {
        assertThat(ids(job(searches, events, mode, parallelism)))
            .as("%s at %d", mode, parallelism)
            .isEqualTo(ids(expected));
      }
    }
  }

  private static void assertAgrees(
      List<RandomSearch> searches, List<Event> events, List<Finding> findings) {
    List<Map<String, String>> newestFirst = new ArrayList<>();
    events.forEach(event -> newestFirst.add(0, event.row()));
    Map<String, List<String>> found = new TreeMap<>();
    for (Finding finding : findings) {
      found
          .computeIfAbsent(finding.detectionId(), id -> new ArrayList<>())
          .add(texts(finding.row()).toString());
    }
    for (int i = 0; i < searches.size(); i++) {
      List<String> rows = found.getOrDefault("search-" + i, List.of()).stream().sorted().toList();
      assertThat(rows)
          .as(searches.get(i).spl())
          .isEqualTo(searches.get(i).of(new NaiveRows(newestFirst)).sorted());
    }
  }

  private static Map<String, String> texts(Row row) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : row.names()) {
      var value = row.get(name);
      if (value != null) {
        texts.put(name, value.text());
      }
    }
    return texts;
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(each -> each.findingId() + " " + each.row()).sorted().toList();
  }

  private static List<Finding> reference(List<RandomSearch> searches, List<Event> events) {
    return ReferenceReplay.replay(
            DetectionSet.compile(revision(searches), ZoneOffset.UTC), raw(events).iterator())
        .findings();
  }

  private static List<Finding> job(
      List<RandomSearch> searches, List<Event> events, RuntimeExecutionMode mode, int parallelism)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    environment.setRuntimeMode(mode);
    JobContent content = JobContent.of(revision(searches), ZoneOffset.UTC);
    boolean isBatch = mode == RuntimeExecutionMode.BATCH;
    var source = environment.fromData(raw(events), RawEventTypeInfo.INSTANCE);
    List<Finding> findings = new ArrayList<>();
    new DetectionJob(content, parallelism, isBatch, null, RunLimits.DEFAULT)
        .outcomesOf(source)
        .executeAndCollect()
        .forEachRemaining(
            outcome -> {
              if (outcome instanceof Outcome.Found found) {
                findings.add(found.finding());
              }
            });
    return findings;
  }

  private static List<RawEvent> raw(List<Event> events) {
    List<RawEvent> raw = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      raw.add(events.get(i).raw(i));
    }
    return raw;
  }

  private static ContentRevision revision(List<RandomSearch> searches) {
    List<DetectionItem> items = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      items.add(
          new DetectionItem(
              "search-" + i,
              "Search " + i,
              1,
              "TTP",
              searches.get(i).spl(),
              ScheduleItem.allTime(START.plusSeconds(3600).toEpochMilli(), ZoneOffset.UTC),
              FindingActions.none("ESCU - Search " + i + " - Rule")));
    }
    return ContentRevision.of(items, ContentPack.builtIn().macros(), List.of());
  }
}
