package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules S-1921, S-2010. */
class FindingEventsTest {

  private static final List<RawEvent> EVENTS =
      List.of(
          FileEvents.created(0, "2026-03-01 10:00", "/etc/a.service"),
          FileEvents.created(1, "2026-03-01 10:01", "/etc/b.service"),
          FileEvents.created(2, "2026-03-01 10:02", "/etc/a.service"),
          FileEvents.created(3, "2026-03-01 10:03", "/etc/a.service"),
          FileEvents.created(4, "2026-03-01 12:00", "/etc/a.service"));

  @Test
  void theEventsOfAFindingAreThoseOfItsGroupAndRun() {
    FindingEvents.Sources sources =
        sources(
            "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.file_name"
                + " | rename Filesystem.* as * | where file_name=\"a.service\"",
            2);

    assertThat(sources.isExact()).isTrue();
    assertThat(sources.events()).extracting(RawEvent::offset).containsExactly(0L, 2L);
  }

  @Test
  void whatTakesSeveralGroupsIsBehindAllOfThem() {
    FindingEvents.Sources sources =
        sources(
            "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.file_name"
                + " | stats dc(Filesystem.file_name) as names | where names > 1",
            100);

    assertThat(sources.isReproduced()).isTrue();
    assertThat(sources.isExact()).isFalse();
    assertThat(sources.events()).extracting(RawEvent::offset).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void aFindingNamesTheEventsOfItsGroupAndRun() {
    assertThat(
            named(
                "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.file_name"
                    + " | rename Filesystem.* as * | where count > 1"))
        .containsExactly(List.of(0L, 2L, 3L));
  }

  @Test
  void aFindingOfStoredRowsNamesThoseWhoseValuesItHas() {
    assertThat(named("index=main | dedup 2 TargetFilename sortby _time | table TargetFilename"))
        .containsExactly(List.of(0L, 2L, 3L), List.of(1L), List.of(0L, 2L, 3L), List.of(4L));
  }

  @Test
  void whatTakesSeveralGroupsNamesTheFirstOfAllThatWereSearched() {
    assertThat(
            named(
                "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.file_name"
                    + " | stats dc(Filesystem.file_name) as names | where names > 1"))
        .containsExactly(List.of(0L, 1L, 2L, 3L));
  }

  @Test
  void noMoreThanTheFirstFiveAreNamed() {
    List<RawEvent> many = new ArrayList<>();
    for (int minute = 59; minute >= 10; minute--) {
      many.add(FileEvents.created(minute, "2026-03-01 10:" + minute, "/etc/a.service"));
    }
    assertThat(named("index=main | stats count by host", many))
        .containsExactly(List.of(10L, 11L, 12L, 13L, 14L));
  }

  private static List<List<Long>> named(String spl) {
    return named(spl, EVENTS);
  }

  /** The offsets of the events that each finding names; the same in whatever order they come. */
  private static List<List<Long>> named(String spl, List<RawEvent> events) {
    List<Finding> findings = ReferenceReplay.replay(compiled(spl), events.iterator()).findings();
    List<RawEvent> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    assertThat(ReferenceReplay.replay(compiled(spl), reversed.iterator()).findings())
        .isEqualTo(findings);
    assertThat(findings)
        .allSatisfy(each -> assertThat(each.provenance().contentRevision()).hasSize(16));
    return findings.stream()
        .map(each -> each.provenance().events().stream().map(EventPosition::offset).toList())
        .toList();
  }

  @Test
  void aFindingThatIsNotThereHasNone() {
    DetectionSet detections = compiled("index=main | stats count");
    FindingEvents search = new FindingEvents(detections.detection("id"), 1_772_362_800_000L, 5);
    search.read(detections, EVENTS.iterator());

    assertThat(search.of("f0")).isEqualTo(new FindingEvents.Sources(false, false, List.of()));
  }

  private static FindingEvents.Sources sources(String spl, int most) {
    DetectionSet detections = compiled(spl);
    Finding finding = ReferenceReplay.replay(detections, EVENTS.iterator()).findings().get(0);
    FindingEvents search =
        new FindingEvents(detections.detection("id"), finding.window().scheduledMillis(), most);
    search.read(detections, EVENTS.iterator());
    return search.of(finding.findingId());
  }

  private static DetectionSet compiled(String spl) {
    DetectionItem item =
        new DetectionItem(
            "id",
            "Files",
            1,
            "TTP",
            spl,
            new ScheduleItem("0 * * * *", "-60m@m", "@m", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
            FindingActions.none("Files"));
    return DetectionSet.compile(
        ContentRevision.of(List.of(item), ContentPack.builtIn().macros(), List.of()),
        ZoneOffset.UTC);
  }
}
