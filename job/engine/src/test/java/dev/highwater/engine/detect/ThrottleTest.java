package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.schedule.SearchWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules S-432, S-433, S-434, S-1406. */
class ThrottleTest {

  private static final int HOUR = 3_600_000;

  private final DetectionSet detections =
      detections(
          item("by dest", new Throttling(List.of("dest"), 2 * HOUR)),
          item("all", new Throttling(List.of(), 2 * HOUR)),
          item("group a", new Throttling(List.of("dest"), 3 * HOUR, "both")),
          item("group b", new Throttling(List.of("dest"), HOUR, "both")),
          item("free", null));

  private static DetectionSet detections(DetectionItem... items) {
    return DetectionSet.compile(
        ContentRevision.of(List.of(items), ContentPack.builtIn().macros(), List.of()),
        ZoneOffset.UTC);
  }

  private static DetectionItem item(String id, @Nullable Throttling throttling) {
    return DetectionItem.adHoc(
        id,
        id,
        "search index=main | stats count by dest",
        new ScheduleItem("0 * * * *", "-1h", "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE)
            .throttledBy(throttling));
  }

  private static Finding finding(String detection, String time, String id, @Nullable String dest) {
    long scheduled = Instant.parse("2026-03-01T" + time + ":00Z").toEpochMilli();
    Row row = new Row();
    row.set("dest", dest == null ? null : FieldValue.of(dest));
    return new Finding(
        id,
        Finding.Status.FINAL,
        0,
        detection,
        detection,
        1,
        "TTP",
        new SearchWindow(scheduled, scheduled - HOUR, scheduled),
        row);
  }

  /** Ids of what passes, and of the others with what holds them back. */
  private List<String> verdicts(Finding... findings) {
    Throttle throttle = new Throttle(detections);
    List<Finding> inOrder = new ArrayList<>(List.of(findings));
    inOrder.sort(throttle.order());
    List<String> verdicts = new ArrayList<>();
    throttle.apply(
        inOrder,
        passed -> verdicts.add(passed.findingId()),
        held -> verdicts.add(held.finding().findingId() + " by " + held.by().findingId()));
    return verdicts;
  }

  @Test
  void holdsBackEqualValuesUntilThePeriodEnds() {
    assertThat(
            verdicts(
                finding("by dest", "10:00", "1", "web"),
                finding("by dest", "11:00", "2", "web"),
                finding("by dest", "11:00", "3", "db"),
                finding("by dest", "12:00", "4", "web"),
                finding("by dest", "13:00", "5", "web")))
        .containsExactly("1", "2 by 1", "3", "4", "5 by 4");
  }

  @Test
  void holdsBackEqualValuesOfTheSameRun() {
    assertThat(
            verdicts(
                finding("by dest", "10:00", "2", "web"), finding("by dest", "10:00", "1", "web")))
        .containsExactly("1", "2 by 1");
  }

  @Test
  void takesAMissingFieldForAnEmptyOne() {
    assertThat(
            verdicts(
                finding("by dest", "10:00", "1", null),
                finding("by dest", "11:00", "2", ""),
                finding("by dest", "11:00", "3", "web")))
        .containsExactly("1", "2 by 1", "3");
  }

  @Test
  void letsTheRowsOfARunStandOrFallTogetherWithoutFields() {
    assertThat(
            verdicts(
                finding("all", "10:00", "1", "web"),
                finding("all", "10:00", "2", "db"),
                finding("all", "11:00", "3", "web"),
                finding("all", "12:00", "4", "db")))
        .containsExactly("1", "2", "3 by 2", "4");
  }

  @Test
  void holdsBackTheOthersOfAGroupForThePeriodOfTheOneThatCounted() {
    assertThat(
            verdicts(
                finding("group a", "10:00", "1", "web"),
                finding("group b", "12:00", "2", "web"),
                finding("group b", "13:00", "3", "web"),
                finding("group a", "13:00", "4", "db"),
                finding("group a", "14:00", "5", "web")))
        .containsExactly("1", "2 by 1", "4", "3", "5");
  }

  @Test
  void letsAllPassThatAreNotThrottled() {
    assertThat(verdicts(finding("free", "10:00", "1", "web"), finding("free", "10:00", "2", "web")))
        .containsExactly("1", "2");
  }

  @Test
  void doesNotMixUpValuesThatAreWrittenAlike() {
    Throttle throttle = new Throttle(detections);

    assertThat(throttle.scopeOf(finding("by dest", "10:00", "1", "a")))
        .isNotEqualTo(throttle.scopeOf(finding("by dest", "10:00", "1", "a\n")))
        .isNotEqualTo(throttle.scopeOf(finding("group a", "10:00", "1", "a")))
        .isEqualTo(throttle.scopeOf(finding("by dest", "12:00", "2", "a")));
  }
}
