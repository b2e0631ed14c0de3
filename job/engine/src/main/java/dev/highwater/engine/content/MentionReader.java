package dev.highwater.engine.content;

import dev.highwater.engine.content.FieldMention.Use;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a detection's file names fields of its rows, in any of the three schemas. */
public final class MentionReader {

  private final List<FieldMention> mentions = new ArrayList<>();

  private MentionReader() {}

  /** The places, in the order of what they are for. */
  public static List<FieldMention> read(YamlMapping root, @Nullable YamlMapping tags) {
    MentionReader reader = new MentionReader();
    reader.ofFindings(root);
    reader.ofShared(root.mapping("rba"));
    if (tags != null && !root.has("rba")) {
      reader.tokens(tags, "message", Use.RISK_MESSAGE);
      for (YamlMapping observable : tags.mappings("observable")) {
        reader.field(
            observable,
            "name",
            RiskReader.isThreat(observable) ? Use.THREAT_OBJECT : Use.RISK_OBJECT);
      }
    }
    YamlMapping throttling = (tags == null ? root : tags).mapping("throttling");
    if (throttling != null) {
      throttling.sources("fields").forEach(each -> reader.field(each, Use.THROTTLING));
    }
    for (YamlMapping drilldown : root.mappings("drilldown_searches")) {
      reader.tokens(drilldown, "name", Use.DRILLDOWN);
      reader.tokens(drilldown, "search", Use.DRILLDOWN);
    }
    return List.copyOf(reader.mentions);
  }

  private void ofShared(@Nullable YamlMapping rba) {
    if (rba != null) {
      tokens(rba, "message", Use.RISK_MESSAGE);
      rba.mappings("risk_objects").forEach(each -> field(each, "field", Use.RISK_OBJECT));
      ofThreats(rba);
    }
  }

  private void ofFindings(YamlMapping root) {
    YamlMapping intermediate = root.mapping("intermediate_findings");
    List<YamlMapping> entities = new ArrayList<>();
    if (intermediate != null) {
      entities.addAll(intermediate.mappings("entities"));
    }
    YamlMapping finding = root.mapping("finding");
    YamlMapping entity = finding == null ? null : finding.mapping("entity");
    if (finding != null) {
      tokens(finding, "title", Use.RISK_MESSAGE);
    }
    if (entity != null) {
      entities.add(entity);
    }
    entities.forEach(each -> field(each, "field", Use.RISK_OBJECT));
    entities.forEach(each -> tokens(each, "message", Use.RISK_MESSAGE));
    ofThreats(root);
  }

  private void ofThreats(YamlMapping holder) {
    holder.mappings("threat_objects").forEach(each -> field(each, "field", Use.THREAT_OBJECT));
  }

  private void field(YamlMapping entry, String key, Use use) {
    if (entry.has(key)) {
      field(entry.source(key), use);
    }
  }

  private void field(SplSource name, Use use) {
    SourceSpan place = new SourceSpan(name, 0, name.text().length());
    mentions.add(new FieldMention(name.text(), place, use));
  }

  /** Each token of a text once. */
  private void tokens(YamlMapping holder, String key, Use use) {
    List<String> seen = new ArrayList<>();
    for (Token token : holder.has(key) ? Token.in(holder.source(key)) : List.<Token>of()) {
      if (!seen.contains(token.name())) {
        seen.add(token.name());
        mentions.add(new FieldMention(token.name(), token.span(), use));
      }
    }
  }
}
