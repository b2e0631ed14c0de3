package dev.highwater.engine.content.check;

import dev.highwater.engine.content.YamlMapping;
import dev.highwater.engine.spl.DidYouMean;
import java.util.Set;

/**
 * Keys of detections that the build does not know, and that look like one that is missing. Rule
 * S-2032.
 */
final class MisspeltKeys implements DetectionCheck {

  private static final Set<String> OF_ROOT =
      Set.of(
          "author",
          "creation_date",
          "data_source",
          "datamodel",
          "date",
          "deployment",
          "description",
          "drilldown_searches",
          "enabled_by_default",
          "finding",
          "how_to_implement",
          "id",
          "intermediate_findings",
          "known_false_positives",
          "modification_date",
          "name",
          "rba",
          "references",
          "search",
          "status",
          "tags",
          "tests",
          "threat_objects",
          "type",
          "version");

  /** They stand under {@code tags}, or since 2026 at the top. */
  private static final Set<String> OF_TAGS =
      Set.of(
          "analytic_story",
          "asset_type",
          "atomic_guid",
          "category",
          "confidence",
          "cve",
          "impact",
          "manual_test",
          "message",
          "mitre_attack_id",
          "observable",
          "product",
          "required_fields",
          "risk_score",
          "security_domain",
          "throttling");

  @Override
  public String rule() {
    return "S-2032";
  }

  @Override
  public void check(DetectionKeys detection, Faults faults) {
    YamlMapping root = detection.root();
    check(root, OF_ROOT, detection.schema() == ContentSchema.OF_2026 ? OF_TAGS : Set.of(), faults);
    if (!root.equals(detection.grouped())) {
      check(detection.grouped(), OF_TAGS, Set.of(), faults);
    }
  }

  private static void check(
      YamlMapping mapping, Set<String> known, Set<String> more, Faults faults) {
    for (String key : mapping.keys()) {
      if (known.contains(key) || more.contains(key)) {
        continue;
      }
      String nearest = DidYouMean.nearest(key, known);
      String meant = nearest == null ? DidYouMean.nearest(key, more) : nearest;
      if (meant != null && !mapping.has(meant)) {
        faults.warning(
            mapping.place(key),
            "the build does not know the key '" + key + "'",
            "Did you mean '" + meant + "'?");
      }
    }
  }
}
