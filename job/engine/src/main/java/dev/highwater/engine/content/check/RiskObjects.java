package dev.highwater.engine.content.check;

import dev.highwater.engine.content.YamlMapping;
import java.util.OptionalInt;

/** Detections that should raise risk and say no object for it. Rule S-2027. */
final class RiskObjects implements DetectionCheck {

  @Override
  public String rule() {
    return "S-2027";
  }

  @Override
  public void check(DetectionKeys detection, Faults faults) {
    if (detection.isProduction() && detection.raisesRisk() && detection.riskObjects().isEmpty()) {
      YamlMapping holder =
          detection.schema() == ContentSchema.OF_2024 ? detection.grouped() : detection.root();
      faults.error(holder, detection.riskKey(), detection.type() + missing(detection));
    }
    if (detection.schema() == ContentSchema.OF_2024) {
      score(detection.grouped(), faults);
    }
  }

  private static String missing(DetectionKeys detection) {
    return switch (detection.schema()) {
      case OF_2024 -> " in production needs an observable with the role Victim";
      case OF_2025 -> " in production needs 'rba' with a risk object";
      case OF_2026 -> " in production needs a 'finding' or 'intermediate_findings' with an entity";
    };
  }

  /** The build computes the score anew and does not look at this one. */
  private static void score(YamlMapping tags, Faults faults) {
    OptionalInt impact = tags.optionalInteger("impact");
    OptionalInt confidence = tags.optionalInteger("confidence");
    String stated = tags.textOr("risk_score", "");
    if (impact.isEmpty() || confidence.isEmpty() || stated.isEmpty()) {
      return;
    }
    long score = (long) Math.rint(impact.getAsInt() * (double) confidence.getAsInt() / 100.0);
    if (!stated.equals(score + "") && !stated.equals(score + ".0")) {
      faults.warning(
          tags.place("risk_score"),
          "'risk_score' is not that of impact and confidence",
          "Write " + score);
    }
  }
}
