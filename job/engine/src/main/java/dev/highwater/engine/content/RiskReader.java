package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.ThreatObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a detection says about risk, in any of the three schemas. */
final class RiskReader {

  /** Detections of this type raise no risk, so that their score may be 0. */
  private static final String CORRELATION = "Correlation";

  private RiskReader() {}

  /** Reads {@code rba} (2025), findings (2026), else the {@code tags} (2024). */
  static RiskConfiguration read(YamlMapping root, @Nullable YamlMapping tags) {
    YamlMapping rba = root.mapping("rba");
    int least = root.textOr("type", "").equals(CORRELATION) ? 0 : 1;
    if (rba != null) {
      return shared(rba, least);
    }
    if (root.has("intermediate_findings") || root.has("finding")) {
      return findings(root, least);
    }
    return tags != null && tags.has("observable")
        ? observables(tags, least)
        : RiskConfiguration.NONE;
  }

  private static RiskConfiguration shared(YamlMapping rba, int least) {
    String message = rba.text("message");
    List<RiskObject> objects = new ArrayList<>();
    for (YamlMapping object : rba.mappings("risk_objects")) {
      addObject(objects, object, message, least);
    }
    return configuration(message, objects, threats(rba));
  }

  private static RiskConfiguration findings(YamlMapping root, int least) {
    String title = "";
    List<RiskObject> objects = new ArrayList<>();
    YamlMapping intermediate = root.mapping("intermediate_findings");
    if (intermediate != null) {
      for (YamlMapping entity : intermediate.mappings("entities")) {
        addObject(objects, entity, entity.text("message"), least);
      }
    }
    YamlMapping finding = root.mapping("finding");
    if (finding != null) {
      title = finding.text("title");
      YamlMapping entity = finding.mapping("entity");
      if (entity != null) {
        addObject(objects, entity, title, least);
      }
    }
    return configuration(title, objects, threats(root));
  }

  private static RiskConfiguration configuration(
      String message, List<RiskObject> objects, List<ThreatObject> threats) {
    return new RiskConfiguration(
        message, OptionalInt.empty(), OptionalInt.empty(), objects, threats);
  }

  private static void addObject(
      List<RiskObject> objects, YamlMapping entry, String message, int least) {
    String field = entry.text("field");
    String typeText = entry.text("type");
    RiskObjectType type = RiskObjectType.spelled(typeText);
    int score = entry.integer("score");
    if (type == null) {
      entry.problem("type", "'type' must be system, user or other, not '" + typeText + "'");
    } else if (isScore(entry, "score", score, least)) {
      objects.add(new RiskObject(field, type, score, message));
    }
  }

  private static List<ThreatObject> threats(YamlMapping holder) {
    return holder.mappings("threat_objects").stream()
        .map(threat -> new ThreatObject(threat.text("field"), threat.text("type")))
        .toList();
  }

  /** The build maps observables so: victims carry risk, attackers are threats (S-672). */
  private static RiskConfiguration observables(YamlMapping tags, int least) {
    String message = tags.textOr("message", "");
    OptionalInt impact = tags.optionalInteger("impact");
    OptionalInt confidence = tags.optionalInteger("confidence");
    int score = score(tags, impact, confidence, least);
    List<RiskObject> objects = new ArrayList<>();
    List<ThreatObject> threats = new ArrayList<>();
    for (YamlMapping observable : tags.mappings("observable")) {
      String field = observable.text("name");
      String type = observable.text("type");
      if (!ObservableTypes.isKnown(type)) {
        observable.problem("type", "'type' must be that of an observable, not '" + type + "'");
      }
      if (isThreat(observable)) {
        threats.add(new ThreatObject(field, ObservableTypes.threat(type)));
      } else {
        objects.add(new RiskObject(field, victim(observable), score, message));
      }
    }
    return new RiskConfiguration(message, impact, confidence, objects, threats);
  }

  /** Whether an observable is a threat object, not a risk object. */
  static boolean isThreat(YamlMapping observable) {
    return victim(observable) == RiskObjectType.OTHER
        && observable.texts("role").contains("Attacker");
  }

  private static RiskObjectType victim(YamlMapping observable) {
    return observable.texts("role").contains("Victim")
        ? ObservableTypes.victim(observable.text("type"))
        : RiskObjectType.OTHER;
  }

  /** The build computes the score anew from impact and confidence; Python rounds halves to even. */
  private static int score(
      YamlMapping tags, OptionalInt impact, OptionalInt confidence, int least) {
    if (impact.isEmpty() || confidence.isEmpty()) {
      int score = tags.integer("risk_score");
      return isScore(tags, "risk_score", score, least) ? score : least;
    }
    boolean isSound =
        isScore(tags, "impact", impact.getAsInt(), 0)
            && isScore(tags, "confidence", confidence.getAsInt(), 0);
    int score =
        isSound ? (int) Math.rint(impact.getAsInt() * confidence.getAsInt() / 100.0) : least;
    return isScore(tags, "risk_score", score, least) ? score : least;
  }

  private static boolean isScore(YamlMapping entry, String key, int score, int least) {
    if (score < least || score > 100) {
      entry.problem(key, "'" + key + "' must be " + least + " to 100, not " + score);
      return false;
    }
    return true;
  }
}
