package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;
import java.util.List;
import java.util.Map;

/** Keys that must be there and lists that must hold something. Rule S-2020. */
final class RequiredKeys implements ContentCheck {

  private static final List<String> OF_SEARCHES =
      List.of(
          "name",
          "id",
          "version",
          "author",
          "type",
          "description",
          "search",
          "how_to_implement",
          "known_false_positives");

  private static final Map<String, List<String>> OF_PARTS =
      Map.of(
          ContentFile.DETECTIONS,
          OF_SEARCHES,
          ContentFile.BASELINES,
          OF_SEARCHES,
          ContentFile.STORIES,
          List.of("name", "id", "version", "author", "description", "narrative"),
          ContentFile.DATA_SOURCES,
          List.of("name", "id", "version", "author", "description", "source", "sourcetype"),
          ContentFile.DEPLOYMENTS,
          List.of("name", "id", "author", "description", "scheduling", "type"),
          ContentFile.MACROS,
          List.of("name", "definition", "description"),
          ContentFile.LOOKUPS,
          List.of("name", "description"));

  private static final List<String> OF_DRILLDOWNS =
      List.of("name", "search", "earliest_offset", "latest_offset");

  @Override
  public String rule() {
    return "S-2020";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    YamlMapping root = file.root();
    require(root, OF_PARTS.getOrDefault(file.part(), List.of()), faults);
    switch (file.part()) {
      case ContentFile.DETECTIONS -> detection(DetectionKeys.of(file), faults);
      case ContentFile.BASELINES ->
          require(file.grouped(), List.of("analytic_story", "product", "security_domain"), faults);
      case ContentFile.STORIES ->
          require(file.grouped(), List.of("category", "product", "usecase"), faults);
      default -> {} // all that these have stands at the top
    }
  }

  private static void detection(DetectionKeys detection, Faults faults) {
    require(detection.root(), List.of("status"), faults);
    require(
        detection.grouped(),
        List.of("analytic_story", "asset_type", "product", "security_domain"),
        faults);
    switch (detection.schema()) {
      case OF_2024 ->
          require(
              detection.grouped(),
              List.of("confidence", "impact", "message", "required_fields"),
              faults);
      case OF_2025 -> {
        YamlMapping rba = detection.root().mapping("rba");
        if (rba != null) {
          require(rba, List.of("message", "risk_objects"), faults);
          requireKey(rba, "threat_objects", faults);
        }
      }
      case OF_2026 -> requireKey(detection.root(), "data_source", faults);
    }
    for (YamlMapping drilldown : detection.root().mappings("drilldown_searches")) {
      require(drilldown, OF_DRILLDOWNS, faults);
    }
  }

  private static void require(YamlMapping mapping, List<String> keys, Faults faults) {
    for (String key : keys) {
      requireKey(mapping, key, faults);
      if (mapping.isEmptyList(key) && !key.equals("analytic_story")) {
        faults.error(mapping, key, "'" + key + "' must hold at least one value");
      }
    }
  }

  private static void requireKey(YamlMapping mapping, String key, Faults faults) {
    if (!mapping.has(key)) {
      faults.error(mapping, key, "'" + key + "' is missing");
    }
  }
}
