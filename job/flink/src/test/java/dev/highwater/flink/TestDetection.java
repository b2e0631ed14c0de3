package dev.highwater.flink;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.content.Throttling;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackLabels;
import dev.highwater.engine.risk.FindingActions;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A detection, to be built. Unless told otherwise it counts the files of a name that were created
 * on a host, every ten minutes over the last ten.
 */
record TestDetection(
    String id,
    String search,
    String cron,
    String earliest,
    String latest,
    boolean raisesRisk,
    RiskConfiguration risk,
    @Nullable Throttling throttling) {

  static TestDetection of(String id) {
    return new TestDetection(
        id,
        files("*.service"),
        "*/10 * * * *",
        "-10m",
        "now",
        true,
        risk("$file_name$ on $dest$", "dest", RiskObjectType.SYSTEM, 50),
        null);
  }

  TestDetection fileName(String newFileName) {
    return searchedBy(files(newFileName));
  }

  TestDetection searchedBy(String newSearch) {
    return new TestDetection(id, newSearch, cron, earliest, latest, raisesRisk, risk, throttling);
  }

  /** Only the rows that meet a condition. */
  TestDetection keeping(String condition) {
    return searchedBy(search + " | where " + condition);
  }

  private static String files(String name) {
    return "| tstats count min(_time) as firstTime max(_time) as lastTime"
        + " from datamodel=Endpoint.Filesystem where Filesystem.file_name=\""
        + name
        + "\" by Filesystem.dest Filesystem.file_name | rename Filesystem.* as *";
  }

  TestDetection searching(String newEarliest, String newLatest) {
    return new TestDetection(
        id, search, cron, newEarliest, newLatest, raisesRisk, risk, throttling);
  }

  TestDetection throttledBy(Throttling newThrottling) {
    return new TestDetection(id, search, cron, earliest, latest, raisesRisk, risk, newThrottling);
  }

  TestDetection withoutRisk() {
    return new TestDetection(id, search, cron, earliest, latest, false, risk, throttling);
  }

  /** With risk of a score for what the field names. */
  TestDetection raising(String message, String field, int score) {
    return new TestDetection(
        id,
        search,
        cron,
        earliest,
        latest,
        true,
        risk(message, field, RiskObjectType.OTHER, score),
        throttling);
  }

  private static RiskConfiguration risk(
      String message, String field, RiskObjectType type, int score) {
    return new RiskConfiguration(
        message,
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of(new RiskObject(field, type, score, message)),
        List.of());
  }

  /** The content of a job that runs these. */
  static JobContent content(TestDetection... detections) {
    List<DetectionItem> items = Stream.of(detections).map(TestDetection::item).toList();
    return JobContent.of(
        ContentRevision.of(items, ContentPack.builtIn().macros(), List.of()), ZoneOffset.UTC);
  }

  /** The content of a job that runs an ad-hoc search over a range. */
  static JobContent adHoc(String search, ScheduleItem run) {
    List<DetectionItem> items = List.of(DetectionItem.adHoc("search", "<search>", search, run));
    return JobContent.of(
        ContentRevision.of(items, ContentPack.builtIn().macros(), List.of()), ZoneOffset.UTC);
  }

  private DetectionItem item() {
    return new DetectionItem(
        id,
        "Files of " + id,
        1,
        "TTP",
        search,
        new ScheduleItem(cron, earliest, latest, "UTC", Long.MIN_VALUE, Long.MAX_VALUE)
            .throttledBy(throttling),
        new FindingActions(
            "ESCU - Files of " + id + " - Rule",
            "Files of a name",
            raisesRisk,
            risk,
            new Annotations(
                Map.of("analytic_story", List.of("Files"), "mitre_attack", List.of("T1053.006")),
                AttackLabels.NONE),
            null));
  }
}
