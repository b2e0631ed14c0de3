package dev.highwater.engine.content;

import dev.highwater.engine.compile.RowFields;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks whether the rows of a detection can have what its file counts on (S-1045, S-1046). */
public final class MentionCheck {

  /** What a finding has beside the fields of its row (S-703, S-710). */
  private static final Set<String> OF_FINDINGS =
      Set.of(
          "_raw",
          "_time",
          "event_hash",
          "event_id",
          "host",
          "index",
          "info_max_time",
          "info_min_time",
          "info_search_time",
          "info_sid",
          "owner",
          "rule_description",
          "rule_name",
          "rule_title",
          "search_name",
          "security_domain",
          "severity",
          "source",
          "sourcetype",
          "status",
          "urgency");

  private MentionCheck() {}

  /**
   * A warning for each field that no row can have, and for a detection that does not use its filter
   * macro.
   *
   * @param fields what its rows may have
   * @param raisesRisk whether its findings do; else nothing is said of risk
   */
  public static List<Diagnostic> check(Detection detection, RowFields fields, boolean raisesRisk) {
    List<Diagnostic> warnings = new ArrayList<>();
    if (!detection.search().text().contains("`" + detection.filterMacro())
        && !detection.type().equals(Detection.BASELINE)) {
      warnings.add(
          Diagnostic.warning(
                  new SourceSpan(detection.search(), 0, 0),
                  "the search does not use the filter macro of its name")
              .withHint("Write | `" + detection.filterMacro() + "` at its end")
              .withRule("S-1046"));
    }
    for (FieldMention mention : detection.mentions()) {
      boolean isChecked = raisesRisk || !mention.use().isForRisk();
      if (isChecked && !isGiven(mention) && !fields.mayHave(mention.field())) {
        warnings.add(warning(mention, fields));
      }
    }
    return warnings;
  }

  private static boolean isGiven(FieldMention mention) {
    return mention.use() == FieldMention.Use.DRILLDOWN
        && (OF_FINDINGS.contains(mention.field()) || mention.field().startsWith("orig_"));
  }

  private static Diagnostic warning(FieldMention mention, RowFields fields) {
    Diagnostic warning =
        Diagnostic.warning(
                mention.place(),
                "no row has the field '" + mention.field() + "': " + mention.use().consequence())
            .withRule("S-1045");
    String nearest = fields.nearest(mention.field());
    return nearest == null ? warning : warning.withHint("Did you mean '" + nearest + "'?");
  }
}
