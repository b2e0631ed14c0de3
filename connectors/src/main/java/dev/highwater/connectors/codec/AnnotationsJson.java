package dev.highwater.connectors.codec;

import dev.highwater.engine.risk.Annotations;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a detection is about, as members of a JSON object. */
final class AnnotationsJson {

  private AnnotationsJson() {}

  /** An array for each framework; those of ATT&amp;CK and the stories are always there. */
  static void write(JsonLine line, Annotations annotations) throws IOException {
    String attack = "annotations.mitre_attack";
    line.texts("analyticstories", annotations.stories())
        .texts(attack, annotations.techniques())
        .texts(attack + ".mitre_technique_id", annotations.techniques())
        .texts(attack + ".mitre_technique", annotations.attack().techniques())
        .texts(attack + ".mitre_tactic", annotations.attack().tactics())
        .texts(attack + ".mitre_tactic_id", annotations.attack().tacticIds());
    for (Map.Entry<String, List<String>> each : annotations.byFramework().entrySet()) {
      if (!each.getKey().equals(Annotations.TECHNIQUES)) {
        line.texts("annotations." + each.getKey(), each.getValue());
      }
    }
  }
}
