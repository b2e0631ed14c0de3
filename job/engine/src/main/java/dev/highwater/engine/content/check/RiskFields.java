package dev.highwater.engine.content.check;

import dev.highwater.engine.content.FieldMention;
import dev.highwater.engine.content.MentionReader;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Fields of risk messages, risk and threat objects and throttling that the search does not even
 * name; whether its rows can have them is for S-1045. Rule S-2028.
 */
final class RiskFields implements DetectionCheck {

  @Override
  public String rule() {
    return "S-2028";
  }

  @Override
  public void check(DetectionKeys detection, Faults faults) {
    if (!detection.root().has("search")) {
      return;
    }
    String search = detection.root().textOr("search", "").toLowerCase(Locale.ROOT);
    Set<String> said = new HashSet<>();
    for (FieldMention mention :
        MentionReader.read(detection.root(), detection.root().mapping("tags"))) {
      boolean isAsked =
          mention.use() == FieldMention.Use.THROTTLING
              || (mention.use().isForRisk() && detection.isProduction());
      String field = mention.field().toLowerCase(Locale.ROOT);
      if (isAsked && !search.contains(field) && said.add(mention.use() + field)) {
        faults.error(
            mention.place(), "the search does not name the field '" + mention.field() + "'", null);
      }
    }
  }
}
