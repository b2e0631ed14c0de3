package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;
import dev.highwater.engine.spl.SplSource;

/** Values that must be one of a few. Rule S-2024. */
final class KnownValues implements ContentCheck {

  @Override
  public String rule() {
    return "S-2024";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    YamlMapping grouped = file.grouped();
    switch (file.part()) {
      case ContentFile.DETECTIONS -> {
        search(file, Vocabularies.DETECTION_TYPE, faults);
        detection(DetectionKeys.of(file), faults);
      }
      case ContentFile.BASELINES -> search(file, Vocabularies.BASELINE_TYPE, faults);
      case ContentFile.STORIES -> {
        each(grouped, "category", Vocabularies.STORY_CATEGORY, faults);
        each(grouped, "product", Vocabularies.PRODUCT, faults);
        one(grouped, "usecase", Vocabularies.USE_CASE, faults);
      }
      default -> {} // the readers look after the others
    }
  }

  private static void search(ContentFile file, Vocabulary types, Faults faults) {
    one(file.root(), "status", Vocabularies.STATUS, faults);
    one(file.root(), "type", types, faults);
    one(file.grouped(), "security_domain", Vocabularies.SECURITY_DOMAIN, faults);
    one(file.grouped(), "asset_type", Vocabularies.ASSET_TYPE, faults);
    each(file.grouped(), "product", Vocabularies.PRODUCT, faults);
  }

  private static void detection(DetectionKeys detection, Faults faults) {
    if (detection.schema() == ContentSchema.OF_2024) {
      for (YamlMapping observable : detection.grouped().mappings("observable")) {
        each(observable, "role", Vocabularies.OBSERVABLE_ROLE, faults);
      }
    }
    for (YamlMapping threat : detection.threatObjects()) {
      one(threat, "type", Vocabularies.THREAT_TYPE, faults);
    }
    for (YamlMapping test : detection.root().mappings("tests")) {
      one(test, "test_type", Vocabularies.TEST_TYPE, faults);
    }
  }

  private static void one(YamlMapping mapping, String key, Vocabulary known, Faults faults) {
    if (mapping.has(key)) {
      known.check(key, mapping.textOr(key, ""), mapping.place(key), faults);
    }
  }

  private static void each(YamlMapping mapping, String key, Vocabulary known, Faults faults) {
    for (SplSource value : mapping.sources(key)) {
      known.check(key, value, faults);
    }
  }
}
