package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.FindingActions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Searches that look at when events came. Rules S-417, S-1962. */
class IndexTimeTest {

  private static final EventOrigin ORIGIN = new EventOrigin("a.log", "h", "s", "any", "main");

  private static final RawEvent PROMPT = event("10:05:00.700").withIndexTime(at("10:05:02.500"));
  private static final RawEvent LATE = event("10:10:00.000").withIndexTime(at("12:30:00.000"));
  private static final RawEvent UNTOLD = event("10:20:00.900");

  @Test
  void isWhenAnEventCameAsTheInputSaysElseItsTime() {
    assertThat(found("search index=main | stats values(_indextime) as came by host"))
        .containsExactly(
            String.join("\n", seconds("10:05:02"), seconds("10:20:00"), seconds("12:30:00")));
  }

  @Test
  void boundsASearchByWhenEventsCame() {
    assertThat(
            found(
                "search index=main _index_earliest=-1h@h _index_latest=-30m@m"
                    + " | stats values(_indextime) as came by host"))
        .containsExactly(String.join("\n", seconds("10:05:02"), seconds("10:20:00")));
  }

  @Test
  void isThereForSummariesOfDataModels() {
    RawEvent file =
        FileEvents.created(0, "2026-03-01 10:05", "/etc/a").withIndexTime(at("10:05:07.500"));

    assertThat(
            findings(
                "| tstats max(_indextime) as came from datamodel=Endpoint.Filesystem"
                    + " by Filesystem.dest",
                file))
        .extracting(finding -> Objects.requireNonNull(finding.row().get("came")).text())
        .containsExactly(seconds("10:05:07"));
  }

  @Test
  void isNoFieldOfThoseWhoAskForAll() {
    assertThat(findings("search index=main", PROMPT, LATE, UNTOLD))
        .hasSize(3)
        .allSatisfy(finding -> assertThat(finding.row().names()).doesNotContain("_indextime"));
  }

  private static List<String> found(String search) {
    return findings(search, PROMPT, LATE, UNTOLD).stream()
        .map(finding -> Objects.requireNonNull(finding.row().get("came")).text())
        .toList();
  }

  private static List<Finding> findings(String search, RawEvent... records) {
    DetectionItem item =
        new DetectionItem(
            "id",
            "All",
            1,
            "TTP",
            search,
            new ScheduleItem("0 11 * * *", "-1h@h", "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
            FindingActions.none("All"));
    DetectionSet detections =
        DetectionSet.compile(
            ContentRevision.of(List.of(item), ContentPack.builtIn().macros(), List.of()),
            ZoneOffset.UTC);
    return ReferenceReplay.replay(detections, List.of(records).iterator()).findings();
  }

  private static RawEvent event(String time) {
    byte[] text = "event".getBytes(StandardCharsets.UTF_8);
    return new RawEvent(ORIGIN, 0, text, 0, text.length, at(time));
  }

  private static String seconds(String time) {
    return Long.toString(at(time + ".000") / 1000);
  }

  private static long at(String time) {
    return Instant.parse("2026-03-01T" + time + "Z").toEpochMilli();
  }
}
