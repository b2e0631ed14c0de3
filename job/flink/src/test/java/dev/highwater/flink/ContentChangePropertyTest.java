package dev.highwater.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.ReferenceReplay;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Rules S-2110, S-2111. Each run is done with one text, and what does not change goes on. */
@SuppressWarnings("try") // the harnesses declare that close() throws anything
class ContentChangePropertyTest {

  private static final long START = FileEvents.at("10:00:00.000");
  private static final int HOUR = 3_600_000;
  private static final int DISORDER = 5_000;

  /**
   * What comes one after the other.
   *
   * @param atMillis of an event from the start
   * @param name of its file
   */
  record Step(int atMillis, String name) {

    private RawEvent event(long offset) {
      return FileEvents.created(
          FileEvents.ORIGIN,
          offset,
          EventTime.format(START + atMillis).substring(11, 23),
          "/etc/" + name);
    }
  }

  /**
   * Which text each detection has; empty for none.
   *
   * @param first of the one that may change
   * @param second of another
   */
  record Texts(String first, String second) {

    private JobContent content(List<String> range) {
      return TestDetection.content(
          Stream.of(text("first", first, range), text("second", second, range), same(range))
              .flatMap(List::stream)
              .toArray(TestDetection[]::new));
    }

    private static List<TestDetection> text(String id, String name, List<String> range) {
      return name.isEmpty()
          ? List.of()
          : List.of(TestDetection.of(id).fileName(name).searching(range.get(0), range.get(1)));
    }

    private static List<TestDetection> same(List<String> range) {
      return List.of(TestDetection.of("same").searching(range.get(0), range.get(1)));
    }
  }

  @Property(tries = 60)
  void eachRunIsDoneWithTheTextThatWasInForceWhenItsEventsCame(
      @ForAll("steps") List<Step> steps,
      @ForAll("ranges") List<String> range,
      @ForAll("texts") Texts before,
      @ForAll("texts") Texts after,
      @ForAll("moments") int change,
      @ForAll("moments") int restart)
      throws Exception {
    JobContent old = before.content(range);
    JobContent other = after.content(range);
    List<RawEvent> events = new ArrayList<>();
    try (ChangingContent job = new ChangingContent(old)) {
      long greatest = Long.MIN_VALUE;
      for (int i = 0; i < steps.size(); i++) {
        if (i == restart) {
          job.restart(old);
        }
        if (i == change) {
          job.offer(other, Set.of(), true);
        }
        RawEvent event = steps.get(i).event(i);
        events.add(event);
        job.read(event);
        greatest = Math.max(greatest, START + steps.get(i).atMillis());
        job.watermark(greatest - DISORDER);
      }
      job.watermark(Watermark.MAX_WATERMARK.getTimestamp());

      assertThat(job.hasNothingLeft()).isTrue();
      assertThat(rows(job.findings())).isEqualTo(rows(expected(events, old, other, job)));
    }
  }

  private static List<Finding> expected(
      List<RawEvent> events, JobContent old, JobContent other, ChangingContent job) {
    long from =
        job.outcomes().stream()
            .filter(Outcome.Revised.class::isInstance)
            .mapToLong(each -> ((Outcome.Revised) each).report().effectiveMillis())
            .findFirst()
            .orElse(Long.MAX_VALUE); // there was no change, or none that made a difference
    Map<String, Object> texts = texts(old);
    Map<String, Object> otherTexts = texts(other);
    List<Finding> expected = new ArrayList<>();
    for (Finding each : replay(old, events)) {
      boolean isSame =
          Objects.equals(texts.get(each.detectionId()), otherTexts.get(each.detectionId()));
      if (isSame || each.window().earliestMillis() < from) {
        expected.add(each);
      }
    }
    for (Finding each : replay(other, events)) {
      boolean isSame =
          Objects.equals(texts.get(each.detectionId()), otherTexts.get(each.detectionId()));
      if (!isSame && each.window().earliestMillis() >= from) {
        expected.add(each);
      }
    }
    return expected;
  }

  private static Map<String, Object> texts(JobContent content) {
    Map<String, Object> texts = new HashMap<>();
    content.detections().detections().forEach(each -> texts.put(each.id(), each.item()));
    return texts;
  }

  private static List<Finding> replay(JobContent content, List<RawEvent> events) {
    return ReferenceReplay.replay(content.detections(), events.iterator()).findings();
  }

  /** Without the revision, which a reference of the whole does not know. */
  private static Set<String> rows(List<Finding> findings) {
    Set<String> rows = new TreeSet<>();
    for (Finding each : findings) {
      String row =
          each.findingId() + " " + each.window() + " " + each.row() + each.provenance().events();
      assertThat(rows.add(row)).as(row).isTrue();
    }
    return rows;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> names = Arbitraries.of("a.service", "b.service", "a.conf");
    return Combinators.combine(Arbitraries.integers().between(0, 3 * HOUR), names)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(50)
        .map(ContentChangePropertyTest::inOrder);
  }

  /** Up to the disorder that is waited for, events come in any order. */
  private static List<Step> inOrder(List<Step> steps) {
    return steps.stream()
        .sorted(
            Comparator.comparingInt(
                step -> step.atMillis() + Math.floorMod(step.hashCode(), DISORDER)))
        .toList();
  }

  @Provide
  Arbitrary<List<String>> ranges() {
    return Arbitraries.of(
        List.of("-10m", "now"),
        List.of("-30m", "now"),
        List.of("-20m", "-10m"),
        List.of("-10m", "+5m"),
        List.of("-4h", "now"),
        List.of("-70m@m", "-10m@m"));
  }

  @Provide
  Arbitrary<Texts> texts() {
    Arbitrary<String> text = Arbitraries.of("", "*.service", "a.*", "*.conf");
    return Combinators.combine(text, text).as(Texts::new);
  }

  @Provide
  Arbitrary<Integer> moments() {
    return Arbitraries.integers().between(0, 50);
  }
}
