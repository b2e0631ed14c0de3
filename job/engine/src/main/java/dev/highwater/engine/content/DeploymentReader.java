package dev.highwater.engine.content;

import dev.highwater.engine.schedule.CronSchedule;
import dev.highwater.engine.time.RelativeTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a deployment, from a file of its own or inside a detection. */
final class DeploymentReader {

  private DeploymentReader() {}

  /** The deployment, null when the file has problems. */
  static @Nullable Deployment read(YamlFile file) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    Deployment deployment = read(root, root.text("name"), root.text("type"));
    return file.isSound() ? deployment : null;
  }

  static @Nullable Deployment read(YamlMapping mapping, String name, String type) {
    YamlMapping scheduling = mapping.mapping("scheduling");
    if (scheduling == null) {
      mapping.problem("scheduling", "'scheduling' is missing");
      return null;
    }
    CronSchedule cron = parsed(scheduling, "cron_schedule", CronSchedule::parse);
    RelativeTime earliest = parsed(scheduling, "earliest_time", RelativeTime::parse);
    RelativeTime latest = parsed(scheduling, "latest_time", RelativeTime::parse);
    YamlMapping actions = mapping.mapping("alert_action");
    YamlMapping rba = actions == null ? null : actions.mapping("rba");
    YamlMapping notable = actions == null ? null : actions.mapping("notable");
    boolean raisesRisk = rba != null && rba.flag("enabled", false);
    if (cron == null || earliest == null || latest == null) {
      return null;
    }
    checkOrder(scheduling, cron, earliest, latest);
    return new Deployment(
        name,
        type,
        cron,
        earliest,
        latest,
        scheduling.textOr("schedule_window", "auto"),
        raisesRisk,
        notable == null ? null : notable(notable),
        mapping.file().name());
  }

  private static Deployment.Notable notable(YamlMapping notable) {
    return new Deployment.Notable(
        notable.textOr("rule_title", ""),
        notable.textOr("rule_description", ""),
        notable.texts("nes_fields"));
  }

  private static <T> @Nullable T parsed(
      YamlMapping mapping, String key, Function<String, T> parser) {
    if (!mapping.has(key)) {
      mapping.problem(key, "'" + key + "' is missing");
      return null;
    }
    try {
      return parser.apply(mapping.textOr(key, ""));
    } catch (IllegalArgumentException e) {
      mapping.problem(key, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Two relative times in the wrong order never find anything. */
  private static void checkOrder(
      YamlMapping scheduling, CronSchedule cron, RelativeTime earliest, RelativeTime latest) {
    if (earliest.isAbsolute() || latest.isAbsolute()) {
      return;
    }
    long run = cron.nextAfter(0, ZoneOffset.UTC);
    if (earliest.apply(run, ZoneOffset.UTC) >= latest.apply(run, ZoneOffset.UTC)) {
      scheduling.problem(
          "earliest_time", "'earliest_time' " + earliest + " is not before latest " + latest);
    }
  }
}
