package dev.highwater.engine.content.check;

import dev.highwater.engine.content.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layouts that detections have had. */
enum ContentSchema {
  /** Everything about risk is under {@code tags}. */
  OF_2024,

  /** Risk is under {@code rba}, the rest under {@code tags}. */
  OF_2025,

  /** There are no {@code tags}; risk is what findings say. */
  OF_2026;

  private static final List<String> RISK_OF_TAGS =
      List.of("observable", "risk_score", "confidence", "impact", "message");

  static ContentSchema of(YamlMapping root) {
    @Nullable YamlMapping tags = root.mapping("tags");
    if (tags == null) {
      return root.has("rba") ? OF_2025 : OF_2026;
    }
    return !root.has("rba") && RISK_OF_TAGS.stream().anyMatch(tags::has) ? OF_2024 : OF_2025;
  }
}
