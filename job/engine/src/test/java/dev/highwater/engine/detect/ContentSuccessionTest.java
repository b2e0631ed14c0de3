package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.content.RunningContent;
import dev.highwater.engine.content.RunningContentCodec;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.detect.ContentSuccession.Succession;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.spl.SplSources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules S-2110, S-2112, S-2114. */
class ContentSuccessionTest {

  private static final String FILES =
      "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest";
  private static final String OTHER_FILES =
      "| tstats count from datamodel=Endpoint.Filesystem by Filesystem.user";
  private static final long EFFECTIVE = at("12:00:30");

  private static long at(String time) {
    return Instant.parse("2026-03-01T" + time + "Z").toEpochMilli();
  }

  private static DetectionItem item(String id, String search, String earliest) {
    return new DetectionItem(
        id,
        id,
        1,
        "TTP",
        search,
        new ScheduleItem("*/10 * * * *", earliest, "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
        FindingActions.none(id));
  }

  private static DetectionItem item(String id, String search) {
    return item(id, search, "-30m@m");
  }

  private static ContentRevision revision(DetectionItem... items) {
    return ContentRevision.of(List.of(items), ContentPack.builtIn().macros(), List.of());
  }

  private static LookupItem owners(String owner) {
    Row row = new Row().set("dest", FieldValue.of("web")).set("owner", FieldValue.of(owner));
    return new LookupItem(
        "owners",
        new LookupDefinition("owners", List.of("dest", "owner"), Map.of(), true, 1, 0, null, false),
        new LookupTable(List.of("dest", "owner"), List.of(row)));
  }

  private static ContentSuccession succession(RunningContent now) {
    return new ContentSuccession(now, compiled(now), 0);
  }

  private static DetectionSet compiled(RunningContent content) {
    return DetectionSet.compile(
        RunningContentCodec.decode(RunningContentCodec.encode(content)), ZoneOffset.UTC, null);
  }

  private static Succession changed(ContentRevision before, ContentRevision after) {
    return succession(RunningContent.of(before))
        .take(after, Set.of(), EFFECTIVE, at("12:00:25"), true);
  }

  /** Scheduled times of the runs that are done with each text, by key. */
  private static List<String> runs(RunningContent content, String from, String to) {
    List<String> runs = new ArrayList<>();
    for (RunningDetection each : compiled(content).detections()) {
      SearchSchedule schedule = each.schedule();
      for (long run = schedule.nextScheduledAfter(at(from) - 1);
          run <= at(to);
          run = schedule.nextScheduledAfter(run)) {
        runs.add(each.key() + " " + Instant.ofEpochMilli(run).toString().substring(11, 16));
      }
    }
    return runs;
  }

  @Test
  void aChangedTextBeginsWhereTheOldOneEnds() {
    Succession next = changed(revision(item("a", FILES)), revision(item("a", OTHER_FILES)));

    assertThat(next.changed()).containsExactly("a");
    assertThat(runs(next.content(), "12:10:00", "13:00:00"))
        .containsExactly("a@1 12:40", "a@1 12:50", "a@1 13:00", "a 12:10", "a 12:20", "a 12:30");
  }

  @Test
  void whatHasNotChangedGoesOnUnderItsKey() {
    Succession next =
        changed(
            revision(item("a", FILES), item("b", FILES)),
            revision(item("c", FILES), item("b", FILES)));

    assertThat(next.added()).containsExactly("c");
    assertThat(next.removed()).containsExactly("a");
    assertThat(next.changed()).isEmpty();
    assertThat(runs(next.content(), "12:30:00", "12:40:00"))
        .containsExactly("c@1 12:40", "b 12:30", "b 12:40", "a 12:30");
  }

  @Test
  void whatIsDroppedDoesNoRunAnyMore() {
    Succession next =
        succession(RunningContent.of(revision(item("a", FILES), item("b", FILES))))
            .take(revision(item("b", FILES)), Set.of(), EFFECTIVE, at("12:00:25"), false);

    assertThat(runs(next.content(), "11:50:00", "12:10:00"))
        .containsExactly("b 11:50", "b 12:00", "b 12:10", "a 11:50", "a 12:00");
  }

  @Test
  void textsThatChangeTwiceDoTheRunsBetween() {
    RunningContent once =
        changed(revision(item("a", FILES)), revision(item("a", OTHER_FILES))).content();
    Succession twice =
        succession(once)
            .take(revision(item("a", FILES)), Set.of(), at("12:15:00"), at("12:14:00"), true);

    assertThat(runs(twice.content(), "12:30:00", "13:00:00"))
        .containsExactly("a@2 12:50", "a@2 13:00", "a@1 12:40", "a 12:30");
  }

  @Test
  void aTextThatIsOverIsForgottenWithTheNextChange() {
    RunningContent once =
        changed(revision(item("a", FILES)), revision(item("a", OTHER_FILES))).content();
    ContentRevision same = revision(item("a", OTHER_FILES), item("b", FILES));

    assertThat(take(once, same, "13:29:00").layers()).hasSize(2);
    assertThat(take(once, same, "13:31:00").layers()).hasSize(1);
  }

  private static RunningContent take(RunningContent now, ContentRevision next, String clock) {
    return succession(now).take(next, Set.of(), at(clock), at(clock), true).content();
  }

  @Test
  void aDetectionThatIsRefusedStaysAsItIs() {
    Succession next =
        succession(RunningContent.of(revision(item("a", FILES), item("b", FILES))))
            .take(revision(item("b", FILES)), Set.of("a"), EFFECTIVE, at("12:00:25"), true);

    assertThat(next.kept()).containsExactly("a");
    assertThat(next.removed()).isEmpty();
    assertThat(runs(next.content(), "15:00:00", "15:00:00")).containsExactly("b 15:00", "a 15:00");
  }

  @Test
  void otherContentsOfALookupAreAnotherText() {
    DetectionItem reads = item("a", FILES + " | lookup owners dest OUTPUT owner");
    DetectionItem alone = item("b", FILES);
    ContentRevision before =
        ContentRevision.of(
            List.of(reads, alone), ContentPack.builtIn().macros(), List.of(owners("Ann")));
    ContentRevision after =
        ContentRevision.of(
            List.of(reads, alone), ContentPack.builtIn().macros(), List.of(owners("Bob")));

    assertThat(changed(before, before).changed()).isEmpty();
    assertThat(changed(before, after).changed()).containsExactly("a");
  }

  @Test
  void aSearchOfAllTimeEndsAtOnce() {
    Succession next = changed(revision(item("a", FILES, "0")), revision(item("a", OTHER_FILES)));

    assertThat(runs(next.content(), "12:10:00", "12:40:00")).containsExactly("a@1 12:40");
  }

  @Test
  void rangesOfSubsearchesCount() {
    String joined =
        FILES
            + " | append [| tstats count from datamodel=Endpoint.Processes"
            + " where earliest=-2h@h by Processes.dest]";
    Succession next = changed(revision(item("a", FILES)), revision(item("a", joined)));

    assertThat(runs(next.content(), "14:40:00", "15:00:00")).containsExactly("a@1 15:00");
  }

  @Test
  void otherAppsAndOtherMacrosOfDataModelsHaveToWaitForARestart() {
    ContentRevision now = revision(item("a", FILES));
    ContentSuccession succession = succession(RunningContent.of(now));
    ContentRevision apps =
        ContentRevision.of(
            now.detections(),
            ContentPack.builtIn().macros(),
            List.of(),
            new InstalledApps(List.of(), false));
    List<MacroDefinition> macros = new ArrayList<>(ContentPack.builtIn().macros());
    macros.add(
        new MacroDefinition(
            "cim_Endpoint_indexes",
            List.of(),
            SplSources.of("<macro>", "(index=endpoint)"),
            false));
    List<MacroDefinition> others = new ArrayList<>(ContentPack.builtIn().macros());
    others.add(new MacroDefinition("mine", List.of(), SplSources.of("<macro>", "index=x"), false));

    assertThat(succession.obstacle(now)).isNull();
    assertThat(succession.obstacle(apps)).startsWith("the apps differ from those that run");
    assertThat(succession.obstacle(ContentRevision.of(now.detections(), macros, List.of())))
        .startsWith("the macro 'cim_Endpoint_indexes', which data models name, differs");
    assertThat(succession.obstacle(ContentRevision.of(now.detections(), others, List.of())))
        .isNull();
  }
}
