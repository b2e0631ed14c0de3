package dev.highwater.engine.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a detection; keys stand at the top (2026) or under {@code tags} (2024, 2025). */
final class DetectionReader {

  private static final Pattern PERIOD = Pattern.compile("([0-9]{1,9})([smhd])");

  private DetectionReader() {}

  /** The detection, null when the file has problems. */
  static @Nullable Detection read(YamlFile file, String path, String appLabel) {
    YamlMapping root = file.root();
    if (root == null) {
      return null;
    }
    YamlMapping tags = root.mapping("tags");
    YamlMapping grouped = tags == null ? root : tags;
    String name = identity(root, "name");
    String type = root.text("type");
    Detection detection =
        new Detection(
            identity(root, "id"),
            name,
            root.integer("version"),
            root.textOr("status", "production").toLowerCase(Locale.ROOT),
            type,
            root.textOr("description", ""),
            root.source("search"),
            root.texts(root.has("data_source") ? "data_source" : "data_sources"),
            path,
            appLabel,
            grouped.texts("analytic_story"),
            grouped.texts("mitre_attack_id"),
            grouped.textOr("security_domain", ""),
            grouped.textOr("asset_type", ""),
            grouped.texts("cve"),
            RiskReader.read(root, tags),
            findingTitle(root),
            drilldowns(root),
            MentionReader.read(root, tags),
            DetectionCaseReader.read(root, grouped.textOr("manual_test", "")),
            throttling(grouped),
            deployment(root, name, type));
    return file.isSound() ? detection : null;
  }

  private static String findingTitle(YamlMapping root) {
    YamlMapping finding = root.mapping("finding");
    return finding == null ? "" : finding.text("title");
  }

  /** A text that must not be blank; something that is not blank where it is, which is a problem. */
  private static String identity(YamlMapping root, String key) {
    String text = root.text(key);
    if (!text.isBlank()) {
      return text;
    }
    if (root.has(key)) {
      root.problem(key, "'" + key + "' is empty");
    }
    return "?";
  }

  private static @Nullable Deployment deployment(YamlMapping root, String name, String type) {
    YamlMapping own = root.mapping("deployment");
    return own == null ? null : DeploymentReader.read(own, name, type);
  }

  private static @Nullable Throttling throttling(YamlMapping grouped) {
    YamlMapping throttling = grouped.mapping("throttling");
    if (throttling == null) {
      return null;
    }
    List<String> fields = throttling.texts("fields");
    String period = throttling.text("period");
    Matcher matcher = PERIOD.matcher(period);
    if (fields.isEmpty()) {
      throttling.problem("fields", "'fields' must name at least one field");
    }
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throttling.problem(
          "period",
          "'period' must be a number and s, m, h or d, such as 24h, not '" + period + "'");
      return null;
    }
    long unitMillis =
        switch (matcher.group(2)) {
          case "s" -> 1000L;
          case "m" -> 60_000L;
          case "h" -> 3_600_000L;
          default -> 86_400_000L;
        };
    return fields.isEmpty()
        ? null
        : new Throttling(fields, Long.parseLong(matcher.group(1)) * unitMillis);
  }

  private static List<Drilldown> drilldowns(YamlMapping root) {
    return root.mappings("drilldown_searches").stream()
        .map(
            drilldown ->
                new Drilldown(
                    drilldown.text("name"),
                    drilldown.source("search"),
                    drilldown.textOr("earliest_offset", ""),
                    drilldown.textOr("latest_offset", "")))
        .toList();
  }
}
