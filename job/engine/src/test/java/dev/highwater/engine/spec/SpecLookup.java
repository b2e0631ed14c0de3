package dev.highwater.engine.spec;

import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import dev.highwater.engine.plan.LookupTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lookup of a case: how it matches and what it holds before the run. */
record SpecLookup(LookupDefinition definition, LookupTable contents) {

  static SpecLookup of(SpecSection section) {
    List<String> columns = SpecTable.columns(section.lines());
    Map<String, MatchType> types = new HashMap<>();
    Map<String, String> settings = new HashMap<>();
    for (String option : section.options()) {
      int open = option.indexOf('(');
      if (open > 0) {
        types.put(
            option.substring(open + 1, option.length() - 1),
            MatchType.valueOf(option.substring(0, open)));
      } else {
        int sign = option.indexOf('=');
        settings.put(
            sign < 0 ? option : option.substring(0, sign),
            sign < 0 ? "" : option.substring(sign + 1));
      }
    }
    LookupDefinition definition =
        new LookupDefinition(
            section.name(),
            settings.containsKey("collection") ? columns : List.of(),
            types,
            !settings.containsKey("ignore_case"),
            Integer.parseInt(settings.getOrDefault("max_matches", "100")),
            Integer.parseInt(settings.getOrDefault("min_matches", "0")),
            settings.get("default_match"),
            !settings.containsKey("read_only"));
    return new SpecLookup(definition, new LookupTable(columns, section.rows()));
  }
}
